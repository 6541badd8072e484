"""The monthly table and the county's, on paper and as workbooks."""
