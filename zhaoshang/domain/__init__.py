"""The words of the trade as frozen types: what a county keeps in its content, without any input or output."""
