using Sallyport.Detection;
using Sallyport.Detection.Sql;
using Sallyport.Detection.UnsafeCode;
using Xunit;

namespace Sallyport.Tests.Detection;

/// <summary>A family is asked only where a word starts as one of its words does: each word it reads must be among those.</summary>
public sealed class WordStartTests
{
    [Theory]
    [InlineData("or and union sleep benchmark pg_sleep waitfor dbms_pipe dbms_lock extractvalue updatexml convert cast into load_file")]
    [InlineData("xp_cmdshell xp_dirtree sp_oacreate utl_http program xp_regread lo_export char chr 0x616263646566")]
    public void Sql_injection_is_asked_at_each_of_its_words(string words) => AskedAt(SqlInjection.Family, words);

    [Theory]
    [InlineData("system popen subprocess exec execsync spawn shell_exec passthru command eval function pickle cpickle marshal yaml binaryformatter objectinputstream unserialize typenamehandling md5 sha1 md5hex sha1hex createhash")]
    [InlineData("select insert update delete innerhtml outerhtml dangerouslysetinnerhtml document hashlib netdatacontractserializer")]
    [InlineData("access cors allow_origins allowanyorigin cors_allow_all_origins cors_origin_allow_all app debug flask_debug chmod chmodsync mode cidr_blocks ipv6_cidr_blocks cidrip cidr source_ranges fchmod")]
    [InlineData("verify verify_ssl ssl_verify validate_certs rejectunauthorized insecureskipverify node_tls_reject_unauthorized curl wget")]
    [InlineData("servercertificatecustomvalidationcallback servercertificatevalidationcallback remotecertificatevalidationcallback dangerousacceptanyservercertificatevalidator")]
    [InlineData("curlopt_ssl_verifypeer curlopt_ssl_verifyhost cert_none check_hostname danger_accept_invalid_certs danger_accept_invalid_hostnames verify_none git_ssl_no_verify")]
    [InlineData("sslverify stricthostkeychecking autoaddpolicy pythonhttpsverify verifyssl sslmode _create_unverified_context")]
    public void Unsafe_code_is_asked_at_each_of_its_words(string words)
    {
        AskedAt(UnsafeCodes.Family, words);
        foreach (var everybody in (string[])["0.0.0.0/0", "0o777"]) Assert.True((Asked(everybody) & Bit(UnsafeCodes.Family)) != 0, everybody);
        Assert.All(words.Split(' '), word => Assert.True(UnsafeCodes.Known(word), word));
    }

    [Fact]
    public void Words_of_a_build_log_ask_nobody_for_code()
    {
        var bit = Bit(UnsafeCodes.Family) | Bit(SqlInjection.Family);
        foreach (var word in "plain words build log status short tests green".Split(' ')) Assert.Equal(0u, Asked(word) & bit);
    }

    private static void AskedAt(Family family, string words)
    {
        foreach (var word in words.Split(' '))
        {
            Assert.True((Asked(word) & Bit(family)) != 0, word);
            Assert.True((Asked(word.ToUpperInvariant()) & Bit(family)) != 0, word.ToUpperInvariant());
        }
    }

    private static uint Asked(string word) => Places.For(FindingKinds.All, Surface.ToolInput).AtWord((word + ".(").AsSpan(), 0);

    private static uint Bit(Family family) => 1u << Array.IndexOf(Families.All, family);
}
