"""What was measured, as a table of Markdown, and whether it keeps its bar."""


class Report:
    def __init__(self):
        self.lines = []
        self.failed = 0

    def say(self, text):
        self.lines.append(text)
        print(text, flush=True)

    def table(self, title, columns):
        self.say(f"\n## {title}\n")
        self.say("| " + " | ".join(columns) + " |")
        self.say("|" + " --- |" * len(columns))

    def row(self, *cells):
        self.say("| " + " | ".join(number(cell) if isinstance(cell, float) else str(cell) for cell in cells) + " |")

    def bar(self, value, least=None, most=None):
        """The two last cells of a row: the bar, and whether `value` keeps it."""
        if least is None and most is None:
            return "", ""
        kept = value >= least if least is not None else value <= most
        self.failed += not kept
        return (f"at least {least}" if least is not None else f"at most {most}"), "ok" if kept else "**not**"

    def failure(self, failure):
        """The two last cells of a row that could not be measured."""
        self.failed += 1
        return f"failed: {failure}", "**not**"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
