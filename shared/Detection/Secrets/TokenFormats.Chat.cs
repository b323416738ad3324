namespace Sallyport.Detection.Secrets;

internal static partial class TokenFormats
{
    private static TokenFormat[] Chat() =>
    [
        new("slack-token", "Slack", "xoxb-<d:8-14>-<a:18-34>", "xoxb-<d:8-14>-<d:8-14>-<a:16-40>", "xoxb-<d:4-14>-<d:4-14>-<d:4-14>-<X:10-64>", "xoxp-<d:4-13>-<d:4-13>-<d:4-13>-<X:10-64>", "xoxp-<d:10-13>-<d:10-13>-<a:24-40>", "xoxp-<d:10-13>-<d:10-13>-<d:10-13>-<a:28-64>",
            "xoxe-<d:10-13>-<d:10-13>-<d:10-13>-<a:28-64>", "xoxe-<d:1>-<a:100-300>", "xoxe.xoxp-<d:1>-<a:100-300>", "xoxe.xoxb-<d:1>-<a:100-300>",
            "xoxa-<d:1>-<b:8-100>", "xoxr-<d:1>-<b:8-100>", "xoxa-<b:10-100>", "xoxr-<b:10-100>", "xoxs-<d:4-14>-<d:4-14>-<d:4-14>-<X:10-64>", "xoxo-<d:4-14>-<d:4-14>-<d:4-14>-<X:10-64>",
            "xapp-<d:1>-<u:8-14>-<d:10-16>-<X:40-100>", "xoxc-<d:8-14>-<d:8-14>-<d:8-14>-<x:40-100>", "xoxd-<b:40-400>") { Mixed = true },
        new("slack-webhook", "Slack: a web hook's address", "hooks.slack.com/services/T<u:7-12>/<u:8-14>/<a:23-25>", "hooks.slack.com/workflows/<a:43-46>",
            "hooks.slack.com/workflows/T<u:8-12>/A<u:8-12>/<d:17-19>/<a:23-25>", "hooks.slack.com/triggers/T<u:8-12>/<d:8-14>/<a:30-34>") { Severity = Severity.High, Mixed = true },
        new("discord-webhook", "Discord: a web hook's address", "discord.com/api/webhooks/<d:17-20>/<b:60-70>", "discordapp.com/api/webhooks/<d:17-20>/<b:60-70>")
            { Severity = Severity.High },
        new("discord-mfa-token", "Discord: a session with a second factor", "mfa.<b:84>"),
        new("sendgrid-key", "SendGrid", "SG.<b:22>.<b:43>", "SG.<e:66>"),
        new("mailgun-key", "Mailgun", "key-<x:32>", "pubkey-<x:32>"),
        new("brevo-key", "Brevo", "xkeysib-<x:64>-<a:16>", "xsmtpsib-<x:64>-<a:16>"),
        new("mailersend-key", "MailerSend", "mlsn.<x:64>"),
        new("resend-key", "Resend", "re_<a:8>_<a:24>"),
        new("twilio-key", "Twilio", "SK<x:32>") { Mixed = true },
        new("twilio-account-id", "Twilio: an account's id", "AC<x:32>") { Severity = Severity.Medium, Confidence = 75, Mixed = true },
        new("teams-webhook", "Microsoft Teams: a web hook's address",
            "webhook.office.com/webhookb2/<l:8>-<l:4>-<l:4>-<l:4>-<l:12>@<l:8>-<l:4>-<l:4>-<l:4>-<l:12>/IncomingWebhook/<l:32>/<l:8>-<l:4>-<l:4>-<l:4>-<l:12>")
            { Severity = Severity.High },
    ];

    private static TokenFormat[] Payments() =>
    [
        new("stripe-key", "Stripe", "sk_live_<a:10-247>", "sk_test_<a:10-247>", "sk_prod_<a:10-247>", "rk_live_<a:10-247>", "rk_test_<a:10-247>",
            "rk_prod_<a:10-247>", "whsec_<a:32-64>") { Mixed = true },
        new("square-token", "Square", "sq0atp-<b:22>", "sq0csp-<b:43>", "EAAA<b:60>"),
        new("paypal-token", "PayPal: Braintree", "access_token$production$<l:16>$<x:32>", "access_token$sandbox$<l:16>$<x:32>"),
        new("razorpay-key", "Razorpay", "rzp_live_<a:14>", "rzp_test_<a:14>") { Severity = Severity.High },
        new("flutterwave-key", "Flutterwave", "FLWSECK_TEST-<X:32>-X", "FLWSECK-<X:32>-X", "FLWSECK_TEST-<X:12>", "FLWSECK_TEST<X:12>"),
        new("flutterwave-public-key", "Flutterwave: a public key", "FLWPUBK_TEST-<X:32>-X", "FLWPUBK-<X:32>-X") { Severity = Severity.Low },
        new("mollie-key", "Mollie", "live_<a:30>") { Mixed = true, MinEntropy = 3.5 },
        new("gocardless-token", "GoCardless", "live_<e:40>") { Mixed = true, MinEntropy = 3.5 },
        new("duffel-token", "Duffel", "duffel_test_<e:43>", "duffel_live_<e:43>"),
        new("easypost-key", "EasyPost", "EZAK<a:54>", "EZTK<a:54>"),
        new("shippo-token", "Shippo", "shippo_live_<x:40>", "shippo_test_<x:40>"),
        new("plaid-token", "Plaid", "access-sandbox-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>", "access-development-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>", "access-production-<x:8>-<x:4>-<x:4>-<x:4>-<x:12>"),
    ];
}
