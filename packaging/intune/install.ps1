# Sallyport @VERSION@ for Codex: install. Intune runs this as SYSTEM, in 64-bit PowerShell, from the folder with the executables.
$ErrorActionPreference = 'Stop'
$binaries = '@BINARIES@'
$codex = Join-Path $env:ProgramData 'OpenAI\Codex'
$managed = Join-Path $env:ProgramData 'Sallyport'

function Write-Whole([string]$Path, [string]$Base64) {
    # Codex reads UTF-8 without a byte-order mark; a file is replaced whole or not at all.
    $next = "$Path.next"
    [IO.File]::WriteAllBytes($next, [Convert]::FromBase64String($Base64))
    Move-Item -Force -LiteralPath $next -Destination $Path
}

function Protect-Folder([string]$Path) {
    # Administrators and SYSTEM write; everybody else reads and runs. Names of groups differ by language, SIDs do not.
    & icacls.exe $Path /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' /T /C /Q | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "icacls failed for $Path" }
    & icacls.exe $Path /setowner '*S-1-5-32-544' /T /C /Q | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "icacls could not set the owner of $Path" }
}

foreach ($folder in $binaries, $codex, $managed) { New-Item -ItemType Directory -Force -Path $folder | Out-Null }

foreach ($name in 'requirements.toml', 'config.toml') {
    $path = Join-Path $codex $name
    if ((Test-Path -LiteralPath $path) -and -not (Select-String -LiteralPath $path -SimpleMatch -Quiet 'sallyport')) {
        # Another product's: this script does not merge, the command does.
        throw "$path belongs to somebody else. Run 'sallyport install --scope system' as an administrator, which merges."
    }
}

Get-ChildItem -LiteralPath $PSScriptRoot -Filter 'sallyport*.exe' | ForEach-Object {
    $target = Join-Path $binaries $_.Name
    # A program that runs cannot be written over, but it can be renamed.
    if (Test-Path -LiteralPath $target) { Move-Item -Force -LiteralPath $target -Destination "$target.old-$([Guid]::NewGuid().ToString('n'))" }
    Copy-Item -LiteralPath $_.FullName -Destination $target
}
Get-ChildItem -LiteralPath $binaries -Filter '*.old-*' | Remove-Item -Force -ErrorAction SilentlyContinue
if (-not (Test-Path -LiteralPath (Join-Path $binaries 'sallyport-pre-tool-use.exe'))) { throw "sallyport-pre-tool-use.exe is not beside this script." }
[IO.File]::WriteAllText((Join-Path $binaries 'managed'), "Started from requirements.toml.`r`n")
[IO.File]::WriteAllText((Join-Path $binaries 'version'), '@VERSION@')

Write-Whole (Join-Path $managed 'settings.json') '@SETTINGS@'
Write-Whole (Join-Path $codex 'config.toml') '@CONFIG@'
Protect-Folder $managed
Protect-Folder $codex
if (-not $binaries.StartsWith($managed, [StringComparison]::OrdinalIgnoreCase)) { Protect-Folder $binaries }
Write-Whole (Join-Path $codex 'requirements.toml') '@REQUIREMENTS@'   # last: it is what makes hooks run
exit 0
