#!/usr/bin/env bash
# Builds, shows, tests, measures and packages Sallyport. build.ps1 has the same verbs.
#   ./build.sh [build|demo|test [--long]|bench|package]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$PWD

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1

hooks=(SessionStart UserPromptSubmit PreToolUse PermissionRequest PostToolUse Stop SubagentStart SubagentStop PostCompact SessionEnd Interrupt)
projects=("${hooks[@]/#/hooks/}" cli)
[ -d mcp-server ] && projects+=(mcp-server)
projects+=(guard)

say() { printf '\033[1m==> %s\033[0m\n' "$*" | { [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && cat || sed 's/\x1b\[[0-9;]*m//g'; }; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

need() { # need COMMAND "how to install it"
    command -v "$1" >/dev/null 2>&1 || die "'$1' is missing. Install it with: $2"
}

rid() {
    local os arch
    case "$(uname -s)" in Linux) os=linux ;; Darwin) os=osx ;; *) die "this script builds on Linux and macOS; on Windows use build.ps1" ;; esac
    case "$(uname -m)" in x86_64 | amd64) arch=x64 ;; aarch64 | arm64) arch=arm64 ;; *) die "no build for $(uname -m)" ;; esac
    echo "$os-$arch"
}
RID=$(rid)
dist=$root/dist/$RID

check_tools() {
    need dotnet "see https://dotnet.microsoft.com/download (SDK 10), or: apt-get install dotnet-sdk-10.0 / brew install dotnet-sdk"
    case "$RID" in
        linux-*) command -v clang >/dev/null 2>&1 || need gcc "apt-get install gcc zlib1g-dev  (or: dnf install gcc zlib-devel)" ;;
        osx-*) need clang "xcode-select --install" ;;
    esac
}

# Not everything restores everywhere (mirrors, air-gapped feeds): find out once, write it down, say so.
probe() {
    local file=artifacts/probe.props
    [ -f "$file" ] && [ "$file" -nt Directory.Packages.props ] && [ -z "${AOT_TFM:-}" ] && return 0
    mkdir -p artifacts/probe
    local tfm=${AOT_TFM:-} castle=BouncyCastle.Cryptography streams=true
    if [ -z "$tfm" ]; then
        if try_restore aot '<TargetFramework>net10.0</TargetFramework><PublishAot>true</PublishAot><RuntimeIdentifier>'"$RID"'</RuntimeIdentifier>' ''; then tfm=net10.0
        else tfm=net9.0; echo "note: the net10.0 Native-AOT pack for $RID does not restore here; native builds target net9.0."; fi
    fi
    try_restore castle '<TargetFramework>net10.0</TargetFramework>' '<PackageReference Include="BouncyCastle.Cryptography" />' ||
        { castle=Portable.BouncyCastle; echo "note: BouncyCastle.Cryptography does not restore here; Portable.BouncyCastle stands in."; }
    try_restore streams '<TargetFramework>net10.0</TargetFramework>' '<PackageReference Include="Microsoft.IO.RecyclableMemoryStream" />' ||
        { streams=false; echo "note: Microsoft.IO.RecyclableMemoryStream does not restore here; MemoryStream stands in."; }
    cat >"$file" <<XML
<Project><PropertyGroup><AotTfm>$tfm</AotTfm><BouncyCastlePackage>$castle</BouncyCastlePackage><RecyclableStreams>$streams</RecyclableStreams></PropertyGroup></Project>
XML
}

try_restore() { # try_restore NAME PROPERTIES ITEMS: 0 restores, 1 a package is not to be had; anything else stops the build
    local dir=artifacts/probe/$1
    mkdir -p "$dir"
    rm -f artifacts/probe.props
    cat >"$dir/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType>$2</PropertyGroup><ItemGroup>$3</ItemGroup></Project>
XML
    if dotnet restore "$dir/$1.csproj" >"$dir/log" 2>&1; then return 0; fi
    grep -qE 'NU110[123]' "$dir/log" && return 1
    cat "$dir/log" >&2
    die "the package restore failed for another reason than a missing package (above)."
}

build() {
    check_tools
    probe
    local started=$SECONDS
    say "restoring packages"
    dotnet msbuild packaging/Programs.proj -t:Restore -p:Rid="$RID" -v:q -nologo
    say "building for $RID"
    local linker='' log=artifacts/publish.log
    if [ "${RID%%-*}" = linux ] && command -v mold >/dev/null 2>&1; then linker=mold; fi
    [ "$RID" = linux-x64 ] && [ -z "$linker" ] && echo "note: without mold every binary is linked at a fixed address; 'apt-get install mold' keeps the command's and the server's random."
    # Each program's name when it is done; everything only when one fails.
    dotnet msbuild packaging/Programs.proj -t:Publish -p:Rid="$RID" -m:"${JOBS:-2}" -v:m -nologo \
        -p:SallyportLinker="$linker" -p:SallyportPie="${SALLYPORT_PIE:+true}" 2>&1 | tee "$log" | sed -un 's:^.* -> .*/artifacts/publish/\(.*\)/$:    \1:p' ||
        { cat "$log"; die "a build failed (above)"; }
    mkdir -p "$dist"
    local project
    for project in "${projects[@]}"; do
        find "artifacts/publish/$project" -maxdepth 1 -type f -name 'sallyport*' ! -name '*.*' -exec cp -f {} "$dist/" \;
    done
    say "built into dist/$RID in $((SECONDS - started)) s"
}

demo() {
    build
    say "the main job"
    packaging/fetch-codex.sh artifacts/codex || true
    SALLYPORT_DIST=$dist dotnet run --project tests/Demo -c Release -- "$@"
}

run_tests() { # run_tests PROJECT: runs one test program, adds its counts
    local project=$1 log
    log=artifacts/test-$(basename "$project").log
    say "tests: $project"
    dotnet build "$project" -c Release -v q -nologo
    local status=0
    dotnet run --project "$project" -c Release --no-build -- --no-progress 2>&1 | tee "$log" || status=$?
    local total failed skipped
    total=$(sed -n 's/.*[Tt]otal: *\([0-9]*\).*/\1/p' "$log" | tail -1)
    failed=$(sed -n 's/.*[Ff]ailed: *\([0-9]*\).*/\1/p' "$log" | tail -1)
    skipped=$(sed -n 's/.*[Ss]kipped: *\([0-9]*\).*/\1/p' "$log" | tail -1)
    if [ -z "$total" ]; then echo "$project: no test ran" >&2; FAILED=$((FAILED + 1)); return; fi
    PASSED=$((PASSED + total - failed - ${skipped:-0}))
    FAILED=$((FAILED + failed))
    SKIPPED=$((SKIPPED + ${skipped:-0}))
    # A test program that dies after its summary has not passed.
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then FAILED=$((FAILED + 1)); fi
}

tests() {
    [ "${1:-}" = --long ] && export SALLYPORT_TEST_LONG=1
    build
    packaging/fetch-codex.sh artifacts/codex || echo "note: real Codex is not to be had; the tests that need it are skipped."
    export SALLYPORT_DIST=$dist
    PASSED=0 FAILED=0 SKIPPED=0
    for project in tests/Unit tests/EndToEnd; do run_tests "$project"; done
    # Said again at the end, where it is seen.
    for log in artifacts/test-Unit.log artifacts/test-EndToEnd.log; do grep -A15 '^failed ' "$log" || true; done
    [ "$SKIPPED" -gt 0 ] && echo "$SKIPPED skipped"
    echo "$PASSED passed, $FAILED failed"
    [ "$FAILED" -eq 0 ]
}

bench() {
    build
    SALLYPORT_DIST=$dist dotnet run --project tests/Benchmarks -c Release -- "$@"
}

case "${1:-build}" in
    build) build ;;
    demo) shift; demo "$@" ;;
    test) shift; tests "$@" ;;
    bench) shift; bench "$@" ;;
    package) shift; build; packaging/package.sh "$RID" "${projects[@]}" ;;
    -h | --help | help) sed -n '2,3s/^# //p' "$0" ;;
    *) die "unknown verb '$1'. Verbs: build, demo, test [--long], bench, package" ;;
esac
