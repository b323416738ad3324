using System.Text.Json;
using Sallyport;
using Sallyport.GuardProgram.Tools;
using Sallyport.GuardProgram.Work;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.Helper;
using Sallyport.Protocol;

// One JSON request on stdin, one line of JSON on stdout: docs/guards.md. Started by hooks where a guard is on, and by `sallyport guard`.
// Whatever goes wrong ends without a line, and whoever asked takes that for no answer.
CoreFiles.Suppress();
const int longest = 64 * 1024 * 1024;
using var output = Console.OpenStandardOutput();
try
{
    using var input = Console.OpenStandardInput();
    using var request = StrictJson.Parse(await Requests.ReadAll(input, longest));
    var kind = request.RootElement.ValueKind == JsonValueKind.Object && request.RootElement.TryGetProperty("kind", out var named) ? named.GetString() : null;
    return kind switch
    {
        "http" => await HttpRelay.Run(request.RootElement, output),
        "ask" => await Inquiry.Run(HelperRequest.Read(request.RootElement), output),
        "register" => await Registration.Run(HelperRequest.Read(request.RootElement), output),
        "flush" => await Reporting.Run(HelperRequest.Read(request.RootElement)),
        "ship" => Shipping.Run(HelperRequest.Read(request.RootElement)),
        "test" => await SmokeTest.Run(HelperRequest.Read(request.RootElement), output),
        "doctor" => await Doctor.Run(HelperRequest.Read(request.RootElement), output),
        "dump" => await Dump.Run(HelperRequest.Read(request.RootElement), output),
        _ => throw new MalformedInputException("'kind' is none of http, ask, register, flush, ship, test, doctor and dump"),
    };
}
catch (Exception wrong) when (wrong is MalformedInputException or GuardException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"sallyport-guard: {wrong.Message}");
    return 2;
}
