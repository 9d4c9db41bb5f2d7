#!/usr/bin/env python
"""Django's command line; development settings unless the environment says otherwise."""

import os
import sys

from django.core.management import execute_from_command_line

from config.env import load_file

if __name__ == "__main__":
    load_file()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    execute_from_command_line(sys.argv)
