"""Checks Dockerfile and docker-compose.yml, as far as that goes without Docker. Prints what is wrong."""
import pathlib
import re
import subprocess

import yaml

root = pathlib.Path(__file__).resolve().parent.parent
program = root / "build/release/annals"
dockerfile = (root / "Dockerfile").read_text(encoding="utf-8")
compose = yaml.safe_load((root / "docker-compose.yml").read_text(encoding="utf-8"))
ignored = (root / ".dockerignore").read_text(encoding="utf-8").split()


def expect(what, holds):
    if not holds:
        print(what)


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def instructions(name):
    return re.findall(rf"^{name} (.*)$", dockerfile, re.M)


def group(name):
    """The packages of a group of scripts/install."""
    install = (root / "scripts/install").read_text(encoding="utf-8")
    return set(re.search(rf"^{name}=\(([^)]*)\)", install, re.M).group(1).split())


# What is copied is there and not ignored; what is installed is a group of scripts/install; nobody runs as root.
for source in (line.split()[0] for line in instructions("COPY") if not line.startswith("--from")):
    expect(f"Dockerfile: {source} is not there", (root / source).exists())
    expect(f"Dockerfile: {source} is ignored", source not in ignored)
for line in instructions("RUN"):
    for groups in re.findall(r"\S*/install ([a-z ]+[a-z])", line):
        for each in groups.split():
            expect(f"Dockerfile: scripts/install has no {each}", re.search(rf"^{each}=\(", (root / "scripts/install").read_text(), re.M))
expect("Dockerfile: a stage is not Debian 12", all(line.startswith("debian:12") for line in instructions("FROM")))
expect("Dockerfile: runs as root", instructions("USER") and instructions("USER")[-1] not in ("root", "0"))
for secret in ("secrets", ".git", "annals-data"):
    expect(f".dockerignore lacks {secret}", secret in ignored)

# What the program is linked with is installed beside it; the rest is on every Debian.
if program.exists():
    for library in re.findall(r"NEEDED +(\S+)", output("objdump", "-p", str(program))):
        owners = {line.split(":")[0] for line in output("dpkg", "-S", f"*/{library}").splitlines()}
        here = owners & (group("image") | {"libc6", "libgcc-s1", "libstdc++6"})
        expect(f"scripts/install: image lacks {library} of {', '.join(owners)}", here)

services, volumes, secrets = compose["services"], compose["volumes"], compose["secrets"]
expect("docker-compose.yml: the services are not database, service and nginx", set(services) == {"database", "service", "nginx"})
for name, service in services.items():
    where = f"docker-compose.yml: {name}"
    expect(f"{where} has no health check", service.get("healthcheck", {}).get("test"))
    expect(f"{where} is not started again", service.get("restart") == "unless-stopped")
    expect(f"{where} is reached from outside", ("ports" in service) == (name == "nginx"))
    for secret in service.get("secrets", []):
        expect(f"{where} has an unknown secret {secret}", secret in secrets)
    for volume in service.get("volumes", []):
        expect(f"{where} has an unknown volume {volume}", volume.split(":")[0] in volumes)
    for variable, value in service.get("environment", {}).items():
        expect(f"{where} has a secret in {variable}", "PASSWORD" not in variable or variable.endswith("_FILE"))
        if variable.endswith("_FILE"):
            expect(f"{where}: {value} is no secret of it", value.removeprefix("/run/secrets/") in service["secrets"])
for name, secret in secrets.items():
    expect(f"docker-compose.yml: the secret {name} is no file", set(secret) == {"file"})
    expect(f".gitignore and .dockerignore lack the folder of {name}", pathlib.Path(secret["file"]).parts[0] in ignored)
expect("docker-compose.yml: nothing waits for the database", services["service"]["depends_on"]["database"]["condition"] == "service_healthy")
expect("docker-compose.yml: nginx starts before its configuration is made", services["nginx"]["depends_on"]["service"]["condition"] == "service_healthy")

# What the service is called with exists, and nginx finds what it makes.
command = services["service"]["command"]
data = command[command.index("--data") + 1]
expect("docker-compose.yml: nginx has another configuration", f"{data}/front/nginx.conf" in services["nginx"]["entrypoint"])
for name in ("service", "nginx"):
    expect(f"docker-compose.yml: {name} does not see {data}", any(v.endswith(f":{data}") for v in services[name]["volumes"]))
if program.exists():
    text = output(str(program), "serve", "--help")
    for word in [word for word in command if word.startswith("--")] + list(services["service"]["environment"]):
        expect(f"docker-compose.yml: annals serve knows no {word}", re.search(rf"{word}\b", text))
