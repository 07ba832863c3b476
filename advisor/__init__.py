"""The application: wizard, papers, storage and web pages around the domain in `criteria`."""

from importlib.metadata import version

VERSION = version("social-clause-advisor")
