"""The wizard, pure: questions, the journey through them, answers and their summary. No web in here."""
