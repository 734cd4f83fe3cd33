"""Damaged and odd input for every reader: `python -m tests.fuzz --seconds 60 --seed 1`.

Each input is made of its number alone (seed, target, index), so whatever fails is made again, and
is written as a file that repeats it. Nothing may end in an exception that is not for people, take
more than five seconds, or half a gigabyte; a refusal names its file.
"""
