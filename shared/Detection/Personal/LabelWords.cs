namespace Sallyport.Detection.Personal;

/// <summary>The words that label personal data, in the languages of the numbers they label.</summary>
internal static class LabelWords
{
    /// <summary>The only word of one letter; a test compares.</summary>
    public const char OneLetter = 'v';

    /// <param name="word">Lower case.</param>
    public static Label Of(ReadOnlySpan<char> word) => word switch
    {
        "card" or "cards" or "cc" or "creditcard" or "visa" or "mastercard" or "amex" or "pan" or "karte" or "kreditkarte" or "carte"
            or "tarjeta" or "carta" or "cartao" or "cartão" or "maestro" or "discover" or "jcb" or "unionpay" =>
            word is "pan" ? Label.Card | Label.India : Label.Card,
        "ssn" or "ssns" or "socialsecurity" or "itin" => Label.Ssn,
        "iban" => Label.Iban,
        "phone" or "phones" or "telephone" or "tel" or "mobile" or "cell" or "cellphone" or "fax" or "whatsapp" or "sms" or "phonenumber" or "handy"
            or "telefon" or "telefonnummer" or "mobil" or "telefono" or "teléfono" or "móvil" or "movil" or "celular" or "téléphone" or "tél" or "portable" or "電話" or "電話番号" or "电话" or "手机" or "手機" or "휴대폰" or "전화"
            or "telefone" or "telemóvel" or "cellulare" or "telefoon" or "mobiel" or "телефон" or "тел" or "msisdn" or "gsm" or "handynummer" => Label.Phone,
        "call" or "called" or "calling" or "dial" or "ring" or "text" or "texted" or "message" or "messages" or "reach" or "reached" or "contact"
            or "answering" or "answer" or "office" or "desk" or "home" or "registered" or "voicemail" or "callback" or "hotline" or "extension"
            or "switchboard" or "appelez" or "anrufen" or "llama" or "llámame" => Label.Reach,
        "passport" or "passports" or "reisepass" or "passeport" or "pasaporte" or "passaporto" or "passaporte" or "paspoort" => Label.Passport,
        "birth" or "born" or "dob" or "birthday" or "birthdate" or "geburtsdatum" or "geboren" or "naissance" or "né" or "née" or "nacimiento"
            or "nascita" or "nascimento" or "geboortedatum" or "birthdays" => Label.Birth,
        "licence" or "license" or "dl" or "führerschein" or "permis" => Label.Licence,
        "mrn" or "mrns" or "chart" or "patient" or "patients" => Label.Record,
        "member" or "subscriber" or "insurance" or "medicaid" or "hicn" or "mbi" or "beneficiary" => Label.HealthPlan,
        "diagnosis" or "diagnosed" or "diagnoses" or "icd" or "dx" or "icd10" or "diagnostic" => Label.Diagnosis,
        "npi" or "dea" or "prescriber" => Label.Prescriber,
        "routing" or "aba" or "rtn" => Label.Routing,
        "account" or "acct" or "accounts" or "konto" or "kontonummer" or "cuenta" or "compte" or "conta" or "conto" or "bban" => Label.Account,
        "bank" or "checking" or "savings" or "deposit" or "banque" or "banco" or "banca" or "wire" => Label.Bank,
        "wallet" or "wallets" or "btc" or "bitcoin" or "eth" or "ethereum" or "crypto" or "litecoin" or "ltc" or "dogecoin" or "usdt" or "tron"
            or "monero" or "xmr" => Label.Wallet,
        "address" or "addresses" or "lives" or "live" or "living" or "resides" or "residence" or "residing" or "ship" or "shipping" or "mailing"
            or "billing" or "deliver" or "delivery" or "adresse" or "dirección" or "indirizzo" or "anschrift" or "wohnt" => Label.Address,
        "ip" or "ips" or "ipv4" or "ipv6" or "ipaddress" or "host" or "client" or "remote" or "from" or "peer" or "visitor" => Label.Network,
        "identity" or "identification" or "citizen" or "nationalid" or "taxpayer" or "tin" or "taxid" or "identité" or "ausweis" or "vat" => Label.Identity,
        "order" or "invoice" or "ref" or "reference" or "ticket" or "tracking" or "commit" or "sha" or "hash" or "serial" or "sku" or "isbn" or "imei"
            or "timestamp" or "build" or "revision" or "rev" or "checksum" or "epoch" or "isin" or "barcode" or "upc" or "ean" or "offset" or "bytes"
            or "size" or "seed" or "pid" or "job" or "issue" or "uid" or "uuid" or "guid" => Label.Reference,
        "version" or "versions" or "ver" or "v" or "release" or "fileversion" or "assemblyversion" or "oid" or "section" or "chapter" or "chrome"
            or "firefox" or "safari" or "edg" or "opr" or "chromium" or "driver" or "firmware" or "upgrade" => Label.Version,
        "driving" or "drivers" or "dmv" => Label.Licence,
        _ => Nation(word),
    };

    /// <summary>Whether <see cref="Pair"/> knows a word as the second of two.</summary>
    public static bool IsSecond(ReadOnlySpan<char> word) => word is "security" or "number" or "record" or "plan" or "policy" or "insurance" or "medicare" or "code" or "licence" or "license" or "id"
        or "file" or "personal" or "civil" or "fiscale" or "fiscal" or "kad" or "nr";

    /// <summary>Two words that only together label something.</summary>
    public static Label Pair(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => second switch
    {
        "security" when first is "social" => Label.Ssn,
        "number" when first is "phone" or "contact" or "cell" => Label.Phone,
        "record" when first is "medical" or "health" or "patient" => Label.Record,
        "plan" or "policy" or "insurance" when first is "health" => Label.HealthPlan,
        "medicare" when first is "us" or "my" => Label.HealthPlan,
        "code" when first is "sort" => Label.SortCode,
        "licence" or "license" when first is "s" or "driver" or "drivers" or "driving" => Label.Licence,
        "id" when first is "national" or "tax" or "identity" or "citizen" or "resident" or "fiscal" => Label.Identity,
        "id" or "number" when first is "thai" => Label.Thailand,
        "insurance" when first is "national" => Label.Britain,
        "insurance" when first is "social" => Label.Canada,
        "number" when first is "my" => Label.Japan,
        "file" when first is "tax" => Label.Australia,
        "personal" or "civil" when first is "swedish" => Label.Sweden,
        "fiscale" when first is "codice" => Label.Italy,
        "fiscal" when first is "id" => Label.Portugal,
        "kad" when first is "my" => Label.Malaysia,
        "nr" when first is "id" => Label.Germany,
        _ => Label.None,
    };

    private static Label Nation(ReadOnlySpan<char> word) => word switch
    {
        "aadhaar" or "aadhar" or "uidai" or "adhaar" => Label.India,
        "nric" or "fin" or "singpass" => Label.Singapore,
        "nino" or "ni" => Label.Britain,
        "nhs" => Label.Nhs,
        "sin" or "nas" => Label.Canada,
        "tfn" or "medicare" or "abn" => Label.Australia,
        "steuer" or "steuerid" or "steueridentifikationsnummer" or "idnr" or "steuernummer" or "personalausweis" or "ausweisnummer" or "personalausweisnummer" => Label.Germany,
        "insee" or "nir" or "sécu" or "secu" or "sécurité" => Label.France,
        "dni" or "nie" or "nif" => word is "nif" ? Label.Spain | Label.Portugal : Label.Spain,
        "cf" or "codicefiscale" => Label.Italy,
        "bsn" or "burgerservicenummer" or "sofinummer" => Label.Netherlands,
        "pesel" => Label.Poland,
        "cpf" or "cnpj" => Label.Brazil,
        "personnummer" or "samordningsnummer" => Label.Sweden,
        "shenfenzheng" or "身份证" or "身份证号" or "身份证号码" => Label.China,
        "rrn" or "jumin" or "주민등록번호" => Label.Korea,
        "mynumber" or "マイナンバー" or "個人番号" => Label.Japan,
        "fødselsnummer" or "fodselsnummer" or "fnr" => Label.Norway,
        "rijksregisternummer" or "insz" or "niss" => Label.Belgium,
        "ahv" or "avs" => Label.Switzerland,
        "teudat" or "zehut" => Label.Israel,
        "rsa" or "zaid" => Label.SouthAfrica,
        "tckn" or "kimlik" => Label.Turkey,
        "rut" => Label.Chile,
        "curp" => Label.Mexico,
        "ktp" or "nik" => Label.Indonesia,
        "hkid" => Label.HongKong,
        "contribuinte" => Label.Portugal,
        "cnp" => Label.Romania,
        "egn" or "егн" => Label.Bulgaria,
        "oib" => Label.Croatia,
        "ird" => Label.NewZealand,
        "pps" or "ppsn" => Label.Ireland,
        "cpr" => Label.Denmark,
        "hetu" or "henkilötunnus" => Label.Finland,
        "mykad" => Label.Malaysia,
        "rodné" or "rodne" => Label.Czechia,
        "svnr" or "sozialversicherungsnummer" => Label.Austria,
        "isikukood" or "asmens" or "kodas" => Label.Baltic,
        _ => Label.None,
    };
}
