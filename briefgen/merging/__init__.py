"""Turn an outline and a table into files for each of the table's rows."""
