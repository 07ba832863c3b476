"""The check of an officer's own wording, by rules a lawyer can read."""
