"""Turn comparable values into charts, each native and drawn, honest by rule.

Bars start at zero. One axis holds one unit and one period. Parts are stacked or shared out only
where the ledger or the file says of what they are parts.
"""
