"""A project on a sheet of its own, to be handed to those who decide."""
