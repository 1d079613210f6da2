#!/usr/bin/env bash
# Makes the environment of this project in .venv, and nothing outside the project except Debian packages it may install.
#
#   requirements/bootstrap.sh site     what `make site` needs
#   requirements/bootstrap.sh test     the same, and what `make test` needs
#
# A second run with nothing changed does nothing. PYTHON names the interpreter; pip's own settings
# (for example PIP_INDEX_URL) name the package index.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:-site}
lock=requirements/$purpose.txt
stamp=.venv/zhaoshang-$purpose.stamp

say() { printf '%s\n' "$*" >&2; }

give_up() {
  say ""
  say "环境尚未备好：$1"
  say "The environment is not ready: $2"
  exit 1
}

# How this account may install Debian packages: directly, through a sudo that asks for no password, or not at all.
administrator() {
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" = 0 ]; then
    return 0
  fi
  sudo -n true 2>/dev/null && echo sudo -n
}

apt_install() {
  local as
  as=$(administrator) || return 1
  say "正在安装系统软件包 / installing Debian packages: $*"
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 ||
    { $as apt-get update -q >/dev/null 2>&1 &&
      $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1; }
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

make_venv() {
  if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    return 0
  fi
  local python version
  python=$(find_python) || give_up \
    "需要 Python 3.11 或更高版本。请运行：sudo apt-get install python3 python3-venv" \
    "Python 3.11 or newer is needed. Run: sudo apt-get install python3 python3-venv"
  version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  rm -rf .venv
  "$python" -m venv .venv >/dev/null 2>&1 && return 0
  rm -rf .venv
  { apt_install "$version" || apt_install python3-venv; } && "$python" -m venv .venv && return 0
  rm -rf .venv
  give_up "缺少 Python 的 venv 模块。请运行：sudo apt-get install $version" \
    "Python's venv module is missing. Run: sudo apt-get install $version"
}

install_packages() {
  say "正在安装 Python 依赖 / installing Python packages: $lock"
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock" &&
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e . ||
    give_up "Python 依赖未能安装（见上）。网络较慢时可设置镜像，例如：PIP_INDEX_URL=镜像地址 make $purpose" \
      "the Python packages could not be installed (see above). Behind a slow network name a mirror in PIP_INDEX_URL."
}

# Where PYTHONDONTWRITEBYTECODE is set, pip leaves the byte code out, and every command would compile a second's worth
# of sources before it begins. What cannot be compiled (templates of other Pythons in a package) is of no concern.
compile_packages() { .venv/bin/python -m compileall -q .venv/lib zhaoshang >/dev/null 2>&1 || true; }

# The libraries WeasyPrint opens to set type. Asked of the loader itself, so any distribution will do.
typesetting_is_there() {
  .venv/bin/python - <<'PY' 2>/dev/null
import ctypes, sys
from ctypes.util import find_library
for names in (("libpango-1.0.so.0", "pango-1.0"), ("libpangoft2-1.0.so.0", "pangoft2-1.0"),
              ("libharfbuzz-subset.so.0", "harfbuzz-subset")):
    for name in (names[0], find_library(names[1])):
        try:
            if name:
                ctypes.CDLL(name)
                break
        except OSError:
            continue
    else:
        sys.exit(1)
PY
}

make_typesetting() {
  typesetting_is_there && return 0
  apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 && typesetting_is_there && return 0
  give_up "PDF 排版需要 Pango 与 HarfBuzz。请运行：sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0（macOS：brew install pango）" \
    "setting PDFs needs Pango and HarfBuzz. Run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (macOS: brew install pango)"
}

find_chromium() {
  local candidate
  for candidate in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$candidate" >/dev/null && return 0
  done
  return 1
}

find_nginx() { command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]; }

# What only tests use: without it they are skipped, and this says so.
make_witnesses() {
  find_chromium || apt_install chromium && find_chromium ||
    say "没有 Chromium，浏览器测试将跳过 / no Chromium here: the browser tests will be skipped."
  find_nginx || apt_install nginx-light && find_nginx ||
    say "没有 nginx，服务器设置测试将跳过 / no nginx here: the test of the server's settings will be skipped."
}

state() { { cat "$lock" pyproject.toml "${BASH_SOURCE[0]}"; pwd; } | sha256sum; }

main() {
  if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(state)" ]; then
    return 0
  fi
  make_venv
  make_typesetting
  install_packages
  compile_packages
  [ "$purpose" = site ] || make_witnesses
  state >"$stamp"
}

main
