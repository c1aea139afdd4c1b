"""Reads one sheet of an Excel workbook for csv/workbook: file, sheet ("" for the first), bytes of memory, seconds.

Writes CSV, a record for each row that has something in it; its first cell is "ROW:" and what the cell has. Ends with 0; 3
where there is no such sheet, 4 where the memory is not enough, 5 where openpyxl is not there, 1 where the file is broken.
"""
import csv
import datetime
import decimal
import os
import re
import resource
import sys
import warnings

columns_max = 16384  # of Excel
characters_max = 32767


def limit(memory, seconds):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def unescaped(text):
    """_x000D_ is how a workbook writes a carriage return (ECMA-376 22.9.2.19)."""
    if "_x" not in text:
        return text
    return re.sub("_x((?![dD][89a-fA-F])[0-9a-fA-F]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def text_of_number(value):
    """As Excel shows it: 45910 and not 45910.0, never with an exponent."""
    if isinstance(value, float) and value == value and abs(value) < 1e15 and value == int(value):
        value = int(value)
    return str(value) if isinstance(value, int) else format(decimal.Decimal(repr(value)), "f")


def text_of_time(value):
    return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")


def text_of_duration(value):
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def text_of(value):
    """ISO 8601 for what is a date; a moment at midnight is its day."""
    if value is None:
        return ""
    if isinstance(value, str):
        text = unescaped(value)
        if len(text) > characters_max:
            raise ValueError("a cell is too long")
        return text
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else text_of_time(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return text_of_time(value)
    if isinstance(value, datetime.timedelta):
        return text_of_duration(value)
    return text_of_number(value)


def rows_of(book, sheet):
    """Each row's number and texts. openpyxl's own iterator would stop where the sheet says, rightly or not, that it ends, and
    takes a formula without a value for an empty cell."""
    from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

    class Parser(WorkSheetParser):
        def parse_cell(self, element):
            cell = super().parse_cell(element)
            if cell["value"] is None and element.find(FORMULA_TAG) is not None:
                cell["value"] = "#N/A"
            return cell

    with sheet._get_source() as source:
        parser = Parser(source, sheet._shared_strings, data_only=True, epoch=book.epoch,
                        date_formats=book._date_formats, timedelta_formats=book._timedelta_formats)
        for number, row in parser.parse():
            cells = []
            for cell in row:
                if cell["column"] > columns_max or cell["column"] <= len(cells):
                    raise ValueError("a cell is where none can be")
                cells += [""] * (cell["column"] - len(cells) - 1)
                cells.append(text_of(cell["value"]))
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield number, cells


def main(path, name, memory, seconds):
    limit(int(memory), int(seconds))
    warnings.simplefilter("ignore")
    os.environ["OPENPYXL_DEFUSEDXML"] = "False"  # takes twice the time, and expat itself stops entities that multiply
    try:
        import openpyxl
    except ImportError:
        return 5
    book = openpyxl.load_workbook(open(path, "rb"), read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "_get_source")]  # a chart has no rows
    named = [sheet for sheet in sheets if sheet.title == name] if name else sheets[:1]
    if not named:
        sys.stderr.write(", ".join(sheet.title for sheet in sheets)[:1000])
        return 3
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    out = csv.writer(sys.stdout, lineterminator="\r\n")  # so that a lone CR is quoted
    for number, cells in rows_of(book, named[0]):
        cells[0] = f"{number}:{cells[0]}"
        out.writerow(cells)
    return 0


try:
    code = main(*sys.argv[1:])
    sys.stdout.flush()
except MemoryError:
    code = 4
except Exception:  # of a broken file anything may come
    code = 1
sys.exit(code)
