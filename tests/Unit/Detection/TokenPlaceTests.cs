using Sallyport.Detection;

namespace Sallyport.Tests.Detection;

/// <summary>A short mark inside base 64 is a part of a certificate, not a token.</summary>
public class TokenPlaceTests
{
    private const string Line = "mTTvImV6K6nEjXJey0K2EYJuIBsYUNorOGBwDFIhfRk9qGlpgt0KRyguVq7Zk2Vw";
    private const string Token = "AKC" + "hOBZmLqdWHyGcBvod7bkixTgm2E5P7KN";

    [Theory]
    [InlineData(Line + "\n" + Token + "\n")]
    [InlineData("x+" + Token)]
    [InlineData(Token + "/ed5G")]
    public void Not_in_base_64(string text) => Assert.DoesNotContain(Scanner.Scan(text, Surface.ToolOutput), f => f.Rule == "artifactory-token");

    [Theory]
    [InlineData(Token)]
    [InlineData("key\n" + Token + "\n")]
    [InlineData("+" + Token + "\n")]
    [InlineData("@@\n+" + Token + "\n")]
    [InlineData("X-JFrog-Art-Api: " + Token)]
    [InlineData("artifactory AP6" + "q7Zk2Vw9hT4s")]
    public void But_elsewhere(string text) => Assert.Contains(Scanner.Scan(text, Surface.ToolOutput), f => f.Rule == "artifactory-token");
}
