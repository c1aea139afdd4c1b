-- Of an Excel workbook, the sheet that was read; null: its first.
alter table batch add sheet text;
