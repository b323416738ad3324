# Builds, tests, measures and packages Sallyport on Windows. The verbs are those of build.sh.
#   ./build.ps1 [build|demo|test [--long]|bench|package]
#Requires -Version 7.2
param([string]$Verb = 'build', [Parameter(ValueFromRemainingArguments)][string[]]$Rest)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
if (-not $IsWindows) {
    # One script a platform: this one links for Windows, the other for Linux and macOS.
    & ./build.sh $Verb @Rest
    exit $LASTEXITCODE
}

$hooks = 'SessionStart', 'UserPromptSubmit', 'PreToolUse', 'PermissionRequest', 'PostToolUse', 'Stop', 'SubagentStart', 'SubagentStop', 'PostCompact', 'SessionEnd', 'Interrupt'
$projects = @($hooks | ForEach-Object { "hooks/$_" }) + 'cli', 'mcp-server', 'guard'
$arch = if ([Runtime.InteropServices.RuntimeInformation]::OSArchitecture -eq 'Arm64') { 'arm64' } else { 'x64' }
$rid = "win-$arch"
$dist = Join-Path $PSScriptRoot "dist/$rid"

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Arguments -join ' ') failed" }
}

function Test-Restore([string]$Name, [string]$Properties, [string]$Items) {
    $folder = "artifacts/probe/$Name"
    New-Item -ItemType Directory -Force $folder | Out-Null
    "<Project Sdk=`"Microsoft.NET.Sdk`"><PropertyGroup><OutputType>Exe</OutputType>$Properties</PropertyGroup><ItemGroup>$Items</ItemGroup></Project>" |
        Set-Content "$folder/$Name.csproj"
    $log = & dotnet restore "$folder/$Name.csproj" 2>&1 | Out-String
    if ($LASTEXITCODE -eq 0) { return $true }
    if ($log -match 'NU110[123]') { return $false }
    throw $log
}

function Assert-Tools {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { throw "'dotnet' is missing. Install it with: winget install Microsoft.DotNet.SDK.10" }
    $where = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio\Installer\vswhere.exe'
    $component = if ($arch -eq 'arm64') { 'Microsoft.VisualStudio.Component.VC.Tools.ARM64' } else { 'Microsoft.VisualStudio.Component.VC.Tools.x86.x64' }
    $linker = if (Test-Path -LiteralPath $where) { & $where -latest -prerelease -products * -requires $component -property installationPath }
    if (-not $linker) { throw "the C++ linker is missing. Install it with: winget install Microsoft.VisualStudio.2022.BuildTools --override '--add $component --includeRecommended'" }
}

# Real Codex, in a folder of its own, for the demo and the tests. False where it is not to be had.
function Get-Codex {
    $into = 'artifacts/codex'
    if ($env:SALLYPORT_CODEX) { return $true }
    $found = { [bool](Get-ChildItem -Path $into -Recurse -File -Filter 'codex.exe' -ErrorAction SilentlyContinue) }
    if (& $found) { return $true }
    if (-not (Get-Command npm -ErrorAction SilentlyContinue)) {
        Write-Host 'note: npm is missing, so real Codex cannot be fetched. Install it with: winget install OpenJS.NodeJS'
        return $false
    }
    $version = if ($env:SALLYPORT_CODEX_VERSION) { $env:SALLYPORT_CODEX_VERSION } else { '0.169.0' }
    Write-Host "fetching Codex $version (about 100 MB, once) ..."
    New-Item -ItemType Directory -Force $into | Out-Null
    $words = 'install', '--prefix', $into, '--no-audit', '--no-fund', '--loglevel=error', "@openai/codex@$version"
    & npm @words 2>&1 | Out-Null
    return (& $found)
}

function Build-Product {
    Assert-Tools
    Remove-Item artifacts/probe.props -ErrorAction SilentlyContinue
    $tfm = 'net10.0'
    if (-not (Test-Restore 'aot' "<TargetFramework>net10.0</TargetFramework><PublishAot>true</PublishAot><RuntimeIdentifier>$rid</RuntimeIdentifier>" '')) {
        $tfm = 'net9.0'
        Write-Host "note: the net10.0 Native-AOT pack for $rid does not restore here; native builds target net9.0."
    }
    $castle = 'BouncyCastle.Cryptography'
    if (-not (Test-Restore 'castle' '<TargetFramework>net10.0</TargetFramework>' '<PackageReference Include="BouncyCastle.Cryptography" />')) { $castle = 'Portable.BouncyCastle' }
    $streams = 'true'
    if (-not (Test-Restore 'streams' '<TargetFramework>net10.0</TargetFramework>' '<PackageReference Include="Microsoft.IO.RecyclableMemoryStream" />')) { $streams = 'false' }
    "<Project><PropertyGroup><AotTfm>$tfm</AotTfm><BouncyCastlePackage>$castle</BouncyCastlePackage><RecyclableStreams>$streams</RecyclableStreams></PropertyGroup></Project>" | Set-Content artifacts/probe.props

    Write-Host '==> restoring packages'
    Invoke-Checked dotnet @('msbuild', 'packaging/Programs.proj', '-t:Restore', "-p:Rid=$rid", '-v:q', '-nologo')
    Write-Host "==> building for $rid"
    Invoke-Checked dotnet @('msbuild', 'packaging/Programs.proj', '-t:Publish', "-p:Rid=$rid", '-m:2', '-v:m', '-nologo')
    New-Item -ItemType Directory -Force $dist | Out-Null
    foreach ($project in $projects) { Copy-Item "artifacts/publish/$project/sallyport*.exe" $dist }
}

function Invoke-Tests {
    if ($Rest -contains '--long') { $env:SALLYPORT_TEST_LONG = '1' }
    Build-Product
    if (-not (Get-Codex)) { Write-Host 'note: real Codex is not to be had; the tests that need it are skipped.' }
    $env:SALLYPORT_DIST = $dist
    $passed = 0; $failed = 0; $skipped = 0
    foreach ($project in 'tests/Unit', 'tests/EndToEnd') {
        Write-Host "==> tests: $project"
        & dotnet run --project $project -c Release | Tee-Object -Variable lines | Out-Host
        $died = $LASTEXITCODE -ne 0
        $summary = $lines | Out-String
        $counts = @{}
        foreach ($name in 'total', 'failed', 'skipped') {
            $found = [regex]::Matches($summary, "(?i)\b${name}: *(\d+)")
            if ($found.Count -gt 0) { $counts[$name] = [int]$found[$found.Count - 1].Groups[1].Value }
        }
        if (-not $counts.ContainsKey('total')) { Write-Host "${project}: no test ran"; $failed++; continue }
        $failed += [int]$counts['failed']; $skipped += [int]$counts['skipped']
        $passed += $counts['total'] - [int]$counts['failed'] - [int]$counts['skipped']
        # A test program that dies after its summary has not passed.
        if ($died -and [int]$counts['failed'] -eq 0) { $failed++ }
    }
    if ($skipped -gt 0) { Write-Host "$skipped skipped" }
    Write-Host "$passed passed, $failed failed"
    if ($failed -gt 0) { exit 1 }
}

# A zip whose bytes depend on nothing but what is in it: sorted names, one time, one mode.
function Write-Zip([string]$Folder, [string]$Target, [DateTimeOffset]$Time) {
    Add-Type -AssemblyName System.IO.Compression
    if (Test-Path -LiteralPath $Target) { Remove-Item -LiteralPath $Target }
    $file = [IO.File]::Open($Target, 'CreateNew')
    $zip = [IO.Compression.ZipArchive]::new($file, [IO.Compression.ZipArchiveMode]::Create)
    try {
        $names = [string[]]@(Get-ChildItem -LiteralPath $Folder -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($Folder, $_.FullName).Replace('\', '/') })
        [Array]::Sort($names, [StringComparer]::Ordinal)
        foreach ($name in $names) {
            $entry = $zip.CreateEntry((Split-Path -Leaf $Folder) + '/' + $name, [IO.Compression.CompressionLevel]::SmallestSize)
            $entry.LastWriteTime = $Time
            $entry.ExternalAttributes = 0
            $stream = $entry.Open()
            $bytes = [IO.File]::ReadAllBytes((Join-Path $Folder $name))
            $stream.Write($bytes, 0, $bytes.Length)
            $stream.Dispose()
        }
    }
    finally {
        $zip.Dispose()
        $file.Dispose()
    }
}

# The archive, the bill of materials and the licences. Signing is the release's: one signature over the sums of every platform.
function Build-Package {
    $version = ([xml](Get-Content Directory.Build.props)).Project.PropertyGroup.Version | Where-Object { $_ } | Select-Object -First 1
    $epoch = if ($env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH } else { & git log -1 '--format=%ct' }
    $name = "sallyport-$version-$rid"
    $stage = Join-Path $PSScriptRoot "artifacts/package/$name"
    $out = Join-Path $PSScriptRoot 'dist/packages'
    foreach ($folder in $stage, $out) { if (Test-Path -LiteralPath $folder) { Remove-Item -Recurse -Force -LiteralPath $folder } }
    New-Item -ItemType Directory -Force "$stage/bin", "$stage/completions", $out | Out-Null
    Copy-Item "$dist/sallyport*.exe" "$stage/bin"
    & "$dist/sallyport.exe" completions pwsh | Set-Content -Encoding utf8NoBOM "$stage/completions/sallyport.ps1"
    & "$dist/sallyport.exe" requirements --out "$stage/deployment" --intune | Out-Null
    Invoke-Checked dotnet @('build', 'packaging/Bill', '-c', 'Release', '-v', 'q', '-nologo')
    Invoke-Checked dotnet (@('packaging/Bill/bin/Release/net10.0/bill.dll', $version, $rid, $epoch, "$out/$name") + $projects)
    Copy-Item -Path 'LICENSE', 'README.md', 'CHANGELOG.md' -Destination $stage
    Copy-Item "$out/$name.notices.txt" "$stage/NOTICES.txt"
    Copy-Item -Recurse docs "$stage/docs"
    Write-Zip $stage "$out/$name.zip" ([DateTimeOffset]::FromUnixTimeSeconds([long]$epoch))
    Get-ChildItem -LiteralPath $out -File | Sort-Object Name | ForEach-Object { '{0}  {1}' -f (Get-FileHash -Algorithm SHA256 -LiteralPath $_.FullName).Hash.ToLowerInvariant(), $_.Name }
}

switch ($Verb) {
    'build' { Build-Product }
    'demo' { Build-Product; Get-Codex | Out-Null; $env:SALLYPORT_DIST = $dist; Invoke-Checked dotnet (@('run', '--project', 'tests/Demo', '-c', 'Release', '--') + @($Rest | Where-Object { $_ })) }
    'test' { Invoke-Tests }
    'bench' { Build-Product; $env:SALLYPORT_DIST = $dist; Invoke-Checked dotnet (@('run', '--project', 'tests/Benchmarks', '-c', 'Release', '--') + @($Rest | Where-Object { $_ })) }
    'package' { Build-Product; Build-Package }
    default { throw "unknown verb '$Verb'. Verbs: build, demo, test [--long], bench, package" }
}
