"""The tasks of the journey, one file each, in the order people meet them."""
