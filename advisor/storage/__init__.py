"""Storage: plain data in, plain data out; SQLAlchemy stays in here."""
