using System.Text.Json;
using Sallyport.Configuration;
using Sallyport.Guards;
using Sallyport.Guards.Helper;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.State;

namespace Sallyport.Cli.Guards;

/// <summary>The guards' part of <c>sallyport status</c>.</summary>
internal sealed class GuardStatus
{
    private readonly GuardSettings? _settings;
    private readonly Dictionary<Service, ServiceState> _states;

    /// <summary>Reads the guards' settings; what is wrong or reduces protection goes to the concerns.</summary>
    public GuardStatus(Settings? settings, DataDirectory data, List<string> concerns)
    {
        _states = new ServiceStates(GuardFolder.At(data)).All();
        if (settings is null) return;
        try
        {
            _settings = GuardSettingsReader.Read(settings.Guards, Environment.GetEnvironmentVariable);
        }
        catch (GuardException wrong)
        {
            concerns.Add($"Every call is refused: {wrong.Message}");
            return;
        }
        concerns.AddRange(_settings.Notes);
        if (!_settings.Any) return;
        if (!File.Exists(HelperProcess.Path)) concerns.Add($"A guard is on, and {HelperProcess.Path} is missing. Run: sallyport install");
        foreach (var service in Services.All)
            if (_settings.On(service) && _states.TryGetValue(service, out var state) && state.Fault != GuardFault.None)
                concerns.Add($"{service.Title()} did not answer last time ({state.Fault.Word()}, since {When(state.Since)}): {Sanitize.ForTerminal(state.Why)}");
    }

    /// <summary>A line a guard; where one is on, its settings that are not the default.</summary>
    public void Write(TextWriter to)
    {
        if (_settings is null) return;
        to.WriteLine();
        foreach (var service in Services.All)
        {
            var on = _settings.On(service);
            to.WriteLine($"  guard {service.Word(),-14} {(on ? $"on, {_settings.Address(service) ?? "no address"}, when it does not answer: {_settings.FailModes(service)}" : "off")}");
            if (!on) continue;
            foreach (var setting in GuardTable.All)
                if ((setting.Service == service || setting.Service is null) && _settings[setting] is { Value: not null, Source: not "default" } value)
                    to.WriteLine($"    {setting.Key,-30} {(setting.Secret ? "(set)" : Sanitize.ForTerminal(value.Value))}  {value.Source}");
        }
    }

    /// <summary>The same as JSON.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("guards");
        if (_settings is not null)
            foreach (var service in Services.All)
            {
                json.WriteStartObject(service.Word());
                json.WriteBoolean("on", _settings.On(service));
                if (_settings.Address(service) is { } address) json.WriteString("address", address);
                json.WriteString("failMode", _settings.FailModes(service).ToString());
                if (_states.TryGetValue(service, out var state) && state.Fault != GuardFault.None) json.WriteString("lastFault", state.Fault.Word());
                json.WriteStartObject("settings");
                foreach (var setting in GuardTable.All)
                    if ((setting.Service == service || setting.Service is null) && _settings[setting] is { Value: not null } value)
                    {
                        json.WriteStartObject(setting.Key);
                        json.WriteString("value", setting.Secret ? "(set)" : value.Value);
                        json.WriteString("source", value.Source);
                        json.WriteEndObject();
                    }
                json.WriteEndObject();
                json.WriteEndObject();
            }
        json.WriteEndObject();
    }

    private static string When(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm'Z'");
}
