# Sourced by the scripts beside it.

# need TEST PACKAGES WHAT succeeds if the command TEST does. If it does not: in CI the
# packages are installed from Debian, or the check fails; elsewhere one line says what
# goes untested and how to get it, and the script ends well.
need() {
  local test=$1 packages=$2 what=$3
  $test >/dev/null 2>&1 && return
  if [[ ${CI:-} == true ]]; then
    install "$packages"
    $test >/dev/null 2>&1 && return
    echo "FAIL: $what: not possible even with $packages ($test)" >&2
    exit 1
  fi
  echo "SKIP: $what: not tested, for want of $packages (on Debian, as root: make setup)"
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
