# Sallyport @VERSION@ for Codex: remediation. Puts back what detection missed: registration, settings and rights. Missing executables
# need the install script, which has them; this one says so with exit 1.
$ErrorActionPreference = 'Stop'
$binaries = '@BINARIES@'
$codex = Join-Path $env:ProgramData 'OpenAI\Codex'
$managed = Join-Path $env:ProgramData 'Sallyport'
if (-not (Test-Path -LiteralPath (Join-Path $binaries 'sallyport-pre-tool-use.exe'))) {
    Write-Output 'The executables are missing: assign the application again.'
    exit 1
}
foreach ($folder in $codex, $managed) { New-Item -ItemType Directory -Force -Path $folder | Out-Null }
[IO.File]::WriteAllText((Join-Path $binaries 'managed'), "Started from requirements.toml.`r`n")
foreach ($file in @(@($managed, 'settings.json', '@SETTINGS@'), @($codex, 'config.toml', '@CONFIG@'), @($codex, 'requirements.toml', '@REQUIREMENTS@'))) {
    $path = Join-Path $file[0] $file[1]
    [IO.File]::WriteAllBytes("$path.next", [Convert]::FromBase64String($file[2]))
    Move-Item -Force -LiteralPath "$path.next" -Destination $path
}
foreach ($folder in $managed, $codex, $binaries) {
    & icacls.exe $folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' /T /C /Q | Out-Null
    & icacls.exe $folder /setowner '*S-1-5-32-544' /T /C /Q | Out-Null
}
exit 0
