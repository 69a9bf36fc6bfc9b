# Sourced by the scripts beside it.

# need COMMAND PACKAGES WHAT succeeds if COMMAND is there. If it is not: in CI it is
# installed from Debian, or the check fails; elsewhere one line says what goes
# untested and how to get it, and the script ends well.
need() {
  local command=$1 packages=$2 what=$3
  command -v "$command" >/dev/null && return
  if [[ ${CI:-} == true ]]; then
    install "$packages"
    command -v "$command" >/dev/null && return
    echo "FAIL: $what: no $command, and $packages did not bring it" >&2
    exit 1
  fi
  echo "SKIP: $what: no $command (Debian: apt-get install $packages; or make setup)"
  exit 0
}

# install PACKAGES installs Debian packages, as root.
install() {
  echo "installing $1"
  apt-get update -qq
  # shellcheck disable=SC2086 # several packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1 >/dev/null
}

# skip WHY says what is not tested and why, and ends the script; CI skips nothing.
skip() {
  [[ ${CI:-} == true ]] && { echo "FAIL: $1" >&2; exit 1; }
  echo "SKIP: $1"
  exit 0
}
