// Whether this machine can give a test a keyring of its own: what with-keyring.sh starts has to be installed.
import { spawnSync } from 'node:child_process';

export const hasKeyring =
  spawnSync('sh', ['-c', 'command -v gnome-keyring-daemon && command -v dbus-run-session']).status === 0;
export const NO_KEYRING = 'gnome-keyring or dbus-run-session is not installed';
