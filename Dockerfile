# Annals as an image: the same steps as on a machine, then the program and its page on a Debian with what they need to run.
FROM debian:12 AS build
WORKDIR /annals
COPY scripts/install scripts/
RUN scripts/install build web
COPY . .
RUN scripts/web && scripts/build release annals && strip build/release/annals

FROM debian:12-slim
COPY scripts/install /tmp/
RUN /tmp/install image && rm -rf /tmp/install /var/lib/apt/lists/*
# The folder is the front's and the service's: a volume takes its owner from here.
RUN useradd --system --uid 10001 --home-dir /var/lib/annals annals && install -d -o annals -g annals -m 700 /var/lib/annals
COPY --from=build /annals/build/release/annals /usr/local/bin/
COPY --from=build /annals/build/web /usr/local/share/annals/web
USER annals
ENTRYPOINT ["annals"]
CMD ["--help"]
