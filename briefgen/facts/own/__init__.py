"""Labels that short rules leave torn or without an owner, taken from the words of their clause."""
