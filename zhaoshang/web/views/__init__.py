"""What the templates show: one frozen view a page kind, every choice already made."""
