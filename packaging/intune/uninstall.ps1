# Sallyport @VERSION@ for Codex: uninstall. Registration first: a hook that is registered and missing would refuse, or on Windows not be there.
$ErrorActionPreference = 'Stop'
$binaries = '@BINARIES@'
$codex = Join-Path $env:ProgramData 'OpenAI\Codex'
$managed = Join-Path $env:ProgramData 'Sallyport'
foreach ($name in 'requirements.toml', 'config.toml') {
    $path = Join-Path $codex $name
    if ((Test-Path -LiteralPath $path) -and (Select-String -LiteralPath $path -SimpleMatch -Quiet 'sallyport')) { Remove-Item -Force -LiteralPath $path }
}
Start-Sleep -Seconds 2   # hooks that still run
Get-ChildItem -LiteralPath $binaries -Filter 'sallyport*.exe*' -ErrorAction SilentlyContinue | Remove-Item -Force
foreach ($name in 'managed', 'version') { Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath (Join-Path $binaries $name) }
# People's records are in their own homes and stay. The administrator's settings go with the product.
Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath (Join-Path $managed 'settings.json')
foreach ($folder in $binaries, $managed) {
    if ((Test-Path -LiteralPath $folder) -and -not (Get-ChildItem -LiteralPath $folder -Force)) { Remove-Item -Force -LiteralPath $folder }
}
exit 0
