# shellcheck shell=bash
# Where a JDK of today is. Sourced by whatever needs one.

wanted=25
# shellcheck disable=SC2034  # read by those who source this
no_jdk="JDK $wanted or newer is missing: install one (https://adoptium.net, or 'apt install openjdk-$wanted-jdk'), or set JAVA_HOME to it"

# The JDK's own account of its version: no process has to be started to read it.
is_jdk() {
  [ -f "$1/release" ] && { [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ]; } || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge "$wanted" ]
}

find_jdk() {
  local home onPath
  onPath=$(command -v java || true)
  onPath=$(readlink -f "${onPath:-/}" 2>/dev/null || echo "$onPath")
  for home in "${JAVA_HOME:-/nowhere}" "${onPath%/bin/java}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/openjdk* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.asdf/installs/java/* \
    "${HOME:-/nowhere}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    {/opt/homebrew,/usr/local,/home/linuxbrew/.linuxbrew}/opt/openjdk*/libexec \
    {/opt/homebrew,/usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "/c/Program Files/Java"/* "/c/Program Files/Eclipse Adoptium"/* "/c/Program Files/Microsoft"/jdk*; do
    if is_jdk "$home"; then
      echo "$home"
      return
    fi
  done
  return 1
}
