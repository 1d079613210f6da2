"""What was found, where, and what to do about it: one value, several printers."""
