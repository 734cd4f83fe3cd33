"""Turn what every part of the program must know of Chinese writing into one list each."""
