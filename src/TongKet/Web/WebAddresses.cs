namespace TongKet.Web;

/// <summary>Addresses that the frame links to and that some room answers.</summary>
public static class WebAddresses
{
    public const string SignIn = "/dang-nhap";
    public const string SignOut = "/dang-xuat";

    /// <summary>Where an organization is looked for that the line on top does not offer.</summary>
    public const string FindOrganization = "/to-chuc";

    /// <summary>A session without a request ends after so many minutes.</summary>
    public const int IdleMinutes = 30;

    /// <summary>A request that does nothing but keep the session.</summary>
    public const string StayIn = "/con-lam-viec";
}
