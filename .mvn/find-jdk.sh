# shellcheck shell=sh
# Sourced by ./run and ./test: sets JAVA_HOME to a JDK of 21 or newer, or ends with a sentence that says how to get one.

rollcall_minimum_jdk=21

# rollcall_jdk_version HOME: prints the feature version of the JDK in HOME; nothing where there is no working JDK.
rollcall_jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9][0-9]*\).*/\1/p' | head -n 1
}

# rollcall_use_jdk HOME: succeeds, with JAVA_HOME set, where HOME holds a JDK that is new enough.
rollcall_use_jdk() {
    [ -n "$1" ] || return 1
    rollcall_found=$(rollcall_jdk_version "$1")
    [ -n "$rollcall_found" ] && [ "$rollcall_found" -ge "$rollcall_minimum_jdk" ] || return 1
    JAVA_HOME=$1
    export JAVA_HOME
}

# rollcall_java_on_path: prints the home of the java on the PATH, behind its symbolic links.
rollcall_java_on_path() {
    rollcall_java=$(command -v java) || return 0
    while [ -L "$rollcall_java" ]; do
        rollcall_link=$(readlink "$rollcall_java")
        case $rollcall_link in
            /*) rollcall_java=$rollcall_link ;;
            *) rollcall_java=$(dirname "$rollcall_java")/$rollcall_link ;;
        esac
    done
    dirname "$(dirname "$rollcall_java")"
}

rollcall_find_jdk() {
    rollcall_use_jdk "${JAVA_HOME:-}" && return 0
    rollcall_use_jdk "$(rollcall_java_on_path)" && return 0
    if [ -x /usr/libexec/java_home ]; then
        rollcall_use_jdk "$(/usr/libexec/java_home -v "$rollcall_minimum_jdk+" 2>/dev/null)" && return 0
    fi
    for rollcall_candidate in \
        /usr/lib/jvm/* \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "$HOME"/.jdks/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/java/* /opt/jdk*; do
        rollcall_use_jdk "$rollcall_candidate" && return 0
    done
    cat >&2 <<'MESSAGE'
Rollcall needs a JDK of version 21 or newer, and none was found in JAVA_HOME, on the PATH or in the usual places.
Get one, for example:
  Debian, Ubuntu   sudo apt-get install openjdk-21-jdk-headless
  Fedora           sudo dnf install java-21-openjdk-devel
  macOS            brew install openjdk@21
  anywhere         https://sdkman.io, then: sdk install java 21-tem
or set JAVA_HOME to the one you have.
MESSAGE
    return 1
}

rollcall_find_jdk || exit 1
