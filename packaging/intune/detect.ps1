# Sallyport @VERSION@ for Codex: detection. Exit 0 with a line of output where it is installed as this script knows it; else exit 1.
$binaries = '@BINARIES@'
$requirements = Join-Path $env:ProgramData 'OpenAI\Codex\requirements.toml'
$version = Join-Path $binaries 'version'
if (-not (Test-Path -LiteralPath $version) -or [IO.File]::ReadAllText($version).Trim() -ne '@VERSION@') { exit 1 }
foreach ($name in 'sallyport.exe', 'sallyport-mcp.exe', 'sallyport-pre-tool-use.exe', 'sallyport-post-tool-use.exe', 'sallyport-user-prompt-submit.exe', 'sallyport-permission-request.exe', 'sallyport-session-start.exe', 'sallyport-stop.exe', 'managed') {
    if (-not (Test-Path -LiteralPath (Join-Path $binaries $name))) { exit 1 }
}
if (-not (Test-Path -LiteralPath $requirements)) { exit 1 }
$wanted = [Convert]::FromBase64String('@REQUIREMENTS@')
if ([Convert]::ToBase64String([IO.File]::ReadAllBytes($requirements)) -ne [Convert]::ToBase64String($wanted)) { exit 1 }
# A canary: the hook must refuse what it cannot read. A hook that says nothing would let the call run.
$answer = 'not an event' | & (Join-Path $binaries 'sallyport-pre-tool-use.exe') 2>$null
if (($answer | Out-String) -notmatch '"permissionDecision":"deny"') { exit 1 }
Write-Output 'Sallyport @VERSION@ is installed and refuses what it must.'
exit 0
