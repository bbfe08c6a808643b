"""Tables that leave as spreadsheets: workbooks (XLSX) and text (CSV), safe to open anywhere."""
