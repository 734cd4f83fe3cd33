"""Turn words into set lines, by the rules of Chinese and English typesetting."""
