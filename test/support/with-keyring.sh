#!/bin/bash
# Starts Electron beside a gnome-keyring of its own. XDG_DATA_HOME says where that keyring lives: another folder, another keyring.
export XDG_CURRENT_DESKTOP=GNOME
exec dbus-run-session -- bash -c '
  eval "$(printf %s "test" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"
  exec "$@"
' with-keyring "$PLUMBLINE_TEST_ELECTRON" "$@"
