using System.Diagnostics;
using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Gate;
using Sallyport.GuardProgram.Transport;
using Sallyport.Guards;
using Sallyport.Guards.ArmorIq;
using Sallyport.Guards.AxonFlow;
using Sallyport.Guards.Exchange;
using Sallyport.Guards.F5;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.Integrity;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.GuardProgram.Work;

/// <summary>The settings, what is kept, and a way to each guard.</summary>
internal sealed class Desk : IDisposable
{
    private readonly Dictionary<Service, HttpTransport> _transports = [];

    private Desk(DataDirectory data, GuardSettings settings, IReadOnlyList<UserRule>? rules)
    {
        Data = data;
        Settings = settings;
        Context = new GuardContext(settings, GuardFolder.Open(data), TimeProvider.System, rules) { Home = Home, CodexHome = CodexHome };
        States = new ServiceStates(Context.Folder);
        Cache = new AnswerCache(Context.Folder, TimeSpan.FromSeconds(settings.Number(GuardTable.CacheSeconds)));
    }

    public DataDirectory Data { get; }

    public GuardSettings Settings { get; }

    public GuardContext Context { get; }

    public ServiceStates States { get; }

    public AnswerCache Cache { get; }

    /// <summary>Opens the data directory and reads the settings, as the hook did.</summary>
    public static Desk Open(HelperRequest request)
    {
        var data = DataDirectory.Open(request.DataDirectory);
        var settings = SettingsReader.Read(data, request.Managed);
        // Hooks mask what they send; a plan is read here, so the person's own rules are needed here too.
        var rules = request.Kind is "ask" or "register" ? PolicyLoader.LoadDetection(data, settings, Surroundings.Look(data.Root).Workspace).Options.Rules : null;
        return new Desk(data, GuardSettingsReader.Read(settings.Guards, Environment.GetEnvironmentVariable), rules);
    }

    /// <summary>A guard.</summary>
    public IRemoteGuard Guard(Service service) => service switch
    {
        Service.F5 => new F5Guard(Context, Transport(service)),
        Service.AxonFlow => AxonFlow,
        _ => ArmorIq,
    };

    public AxonFlowGuard AxonFlow => new(Context, Transport(Service.AxonFlow));

    public ArmorIqGuard ArmorIq => new(Context, Transport(Service.ArmorIq), Data);

    /// <summary>The person's home directory; null where there is none.</summary>
    public static string? Home => Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") is { Length: > 0 } home ? home : null;

    private static string? CodexHome => Environment.GetEnvironmentVariable("CODEX_HOME") is { Length: > 0 } set ? set : Home is { } home ? Path.Combine(home, ".codex") : null;

    /// <summary>The way to a service.</summary>
    public HttpTransport Transport(Service service)
    {
        lock (_transports)
        {
            if (!_transports.TryGetValue(service, out var transport))
                _transports[service] = transport = new HttpTransport(TrustOptions.Of(Settings, service, Environment.GetEnvironmentVariable));
            return transport;
        }
    }

    /// <summary>Asks a guard, within its deadline; notes how it fared.</summary>
    public async Task<GuardAnswer> Ask(Service service, Func<CancellationToken, Task<GuardAnswer>> ask)
    {
        var credential = CredentialHash(service);
        var state = States.Of(service);
        var now = Context.Now.ToUnixTimeMilliseconds();
        if (state.PausedUntil > now && state.PausedUntil <= now + (long)HttpFaults.LongestPause.TotalMilliseconds && state.Credential == credential)
            return GuardAnswer.Unavailable(service, state.Fault, $"{state.Why} It is asked again in {(state.PausedUntil - now + 999) / 1000} s.");

        var started = Stopwatch.GetTimestamp();
        using var deadline = new CancellationTokenSource(Settings.TimeoutMs(service));
        var answer = await ask(deadline.Token).ConfigureAwait(false);
        answer = answer with { Milliseconds = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds };
        Note(service, answer, state, credential);
        return answer;
    }

    public void Dispose()
    {
        foreach (var transport in _transports.Values) transport.Dispose();
    }

    // A wrong credential that is sent again at every call locks accounts and fills logs; a limit is not kept by asking on.
    private void Note(Service service, GuardAnswer answer, ServiceState before, string credential)
    {
        if (answer.Cached) return;
        if (answer.Outcome != GuardOutcome.Unavailable)
        {
            if (before.Fault != GuardFault.None) States.Note(service, new ServiceState());
            return;
        }
        var now = Context.Now.ToUnixTimeMilliseconds();
        var pause = answer.RetryAt
            ?? (answer.Fault == GuardFault.Unauthorized && service == Service.AxonFlow ? now + (Settings.Number(GuardTable.AxonFlowCooldown) * 1000L) : 0);
        States.Note(service, new ServiceState
        {
            Fault = answer.Fault,
            Why = answer.Why,
            Since = before.Fault == answer.Fault ? before.Since : now,
            PausedUntil = pause,
            Credential = credential,
        });
    }

    // Names the credential and the address without holding either.
    private string CredentialHash(Service service)
    {
        var (value, file) = service switch
        {
            Service.F5 => (GuardTable.F5Token, GuardTable.F5TokenFile),
            Service.AxonFlow => (GuardTable.AxonFlowAuth, GuardTable.AxonFlowAuthFile),
            _ => (GuardTable.ArmorIqKey, GuardTable.ArmorIqKeyFile),
        };
        var text = $"sallyport guard credential\n{Settings.Address(service)}\n{Context.Credential(value, file).Value}\n{Settings.Text(GuardTable.AxonFlowUserToken)}";
        return Convert.ToHexStringLower(Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
    }

    /// <summary>The name under which an answer is kept: everything it depends on.</summary>
    public string CacheKey(Service service, GuardQuestion question) => AnswerCache.KeyOf(
        service.Word(), CredentialHash(service), Settings.Text(GuardTable.F5Project) ?? "", Settings.Text(GuardTable.F5Window)!,
        question.Surface.ToString(), question.Tool ?? "", question.Input ?? "", question.Text);
}
