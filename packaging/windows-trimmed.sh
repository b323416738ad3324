#!/usr/bin/env bash
# Builds the Windows executables on a machine that cannot link for Windows: trimmed single files with the runtime in them. They behave as
# the native ones do and start slower; the tests run them under wine where it is there.  packaging/windows-trimmed.sh [PROJECT...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
rid=win-x64
if [ $# -eq 0 ]; then set -- hooks/*/ cli mcp-server guard; fi
mkdir -p "dist/$rid"
for project in "$@"; do
    project=${project%/}
    out=artifacts/publish/$rid/$project
    dotnet publish "$project" -c Release -r "$rid" --self-contained -o "$out" -v q -nologo -m:1 \
        -p:AotTfm=net10.0 -p:PublishAot=false -p:PublishTrimmed=true -p:PublishSingleFile=true -p:EnableCompressionInSingleFile=false \
        -p:StaticExecutable=false -p:SallyportDynamic=true -p:RunAnalyzers=false -p:DebugType=none
    cp "$out"/sallyport*.exe "dist/$rid/"
    echo "    $project"
done
