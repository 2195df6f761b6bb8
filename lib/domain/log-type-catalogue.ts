/** Log types of Panther's public detections, schemas and documentation, by vendor; space-separated for a source one can read. */
const NAMES_BY_VENDOR: Readonly<Record<string, string>> = {
  '1Password': 'OnePassword.AuditEvent OnePassword.ItemUsage OnePassword.SignInAttempt',
  'AlienVault OTX': 'OTX.Pulses',
  AlphaSOC: 'AlphaSOC.Alert',
  Anomali: 'Anomali.Indicator',
  Anthropic: 'Anthropic.Activity',
  Apache: 'Apache.AccessCombined Apache.AccessCommon',
  AppOmni: 'AppOmni.Alerts AppOmni.Events AppOmni.Policy',
  Asana: 'Asana.Audit',
  Atlassian: 'Atlassian.Audit',
  Auth0: 'Auth0.Events',
  AWS: `
    Amazon.EKS.Audit Amazon.EKS.Authenticator AWS.ALB AWS.AuroraMySQLAudit AWS.BedrockModelInvocation
    AWS.CloudFrontAccess AWS.CloudTrail AWS.CloudTrailDigest AWS.CloudTrailInsight AWS.CloudWatchEvents
    AWS.Config AWS.GuardDuty AWS.NLB AWS.S3ServerAccess AWS.SecurityFindingFormat AWS.TransitGatewayFlow
    AWS.VPCDns AWS.VPCFlow AWS.WAFWebACL`,
  Axonius: 'Axonius.Activity',
  Azure: 'Azure.Audit Azure.DefenderAlerts Azure.MonitorActivity',
  Bitwarden: 'Bitwarden.Events',
  Box: 'Box.Event',
  'Carbon Black': 'CarbonBlack.AlertV2 CarbonBlack.Audit CarbonBlack.EndpointEvent CarbonBlack.WatchlistHit',
  'Cisco Umbrella': `
    CiscoUmbrella.AdminAudit CiscoUmbrella.CloudFirewall CiscoUmbrella.DNS CiscoUmbrella.IP
    CiscoUmbrella.Proxy`,
  Cloudflare: `
    Cloudflare.Audit Cloudflare.Firewall Cloudflare.HttpRequest Cloudflare.Spectrum
    Cloudflare.ZeroTrust.RData`,
  CrowdStrike: `
    Crowdstrike.ActivityAudit Crowdstrike.AIDMaster Crowdstrike.AppInfo Crowdstrike.CriticalFile
    Crowdstrike.DetectionSummary Crowdstrike.DNSRequest Crowdstrike.EventStreams Crowdstrike.FDREvent
    Crowdstrike.GroupIdentity Crowdstrike.ManagedAssets Crowdstrike.NetworkConnect Crowdstrike.NetworkListen
    Crowdstrike.NotManagedAssets Crowdstrike.ProcessRollup2 Crowdstrike.ProcessRollup2Stats
    Crowdstrike.SyntheticProcessRollup2 Crowdstrike.Unknown Crowdstrike.UserIdentity Crowdstrike.UserInfo
    Crowdstrike.UserLogonLogoff`,
  Databricks: 'Databricks.Audit',
  Docker: 'Docker.Events',
  DocuSign: 'Docusign.Connect',
  Dropbox: 'Dropbox.TeamEvent',
  Duo: 'Duo.Administrator Duo.Authentication Duo.OfflineEnrollment Duo.Telephony',
  Envoy: 'Envoy.Access',
  Fastly: 'Fastly.Access',
  Fluentd: 'Fluentd.Syslog3164 Fluentd.Syslog5424',
  GitHub: 'GitHub.Audit GitHub.Webhook',
  GitLab: 'GitLab.API GitLab.Audit GitLab.Exceptions GitLab.Git GitLab.Integrations GitLab.Production',
  'Google Cloud': 'GCP.AccessTransparency GCP.AuditLog GCP.DNS GCP.Firewall GCP.HTTPLoadBalancer',
  'Google Workspace': 'GSuite.ActivityEvent GSuite.DirectoryUsers GSuite.Reports',
  GreyNoise: 'GreyNoise.API.Noise GreyNoise.API.V3 GreyNoise.Noise GreyNoise.RIOT',
  Heroku: 'Heroku.Runtime',
  IPinfo: `
    IPInfo.ASNCIDR IPInfo.ASNRanges IPInfo.LocationCIDR IPInfo.LocationRanges IPInfo.PrivacyCIDR
    IPInfo.PrivacyRanges`,
  Iru: 'Iru.Audit',
  'Jamf Pro': 'Jamfpro.ComplianceReporter Jamfpro.Login',
  Juniper: 'Juniper.Access Juniper.Audit Juniper.Firewall Juniper.MWS Juniper.Postgres Juniper.Security',
  Kandji: 'Kandji.Endpoint',
  Lacework: `
    Lacework.AgentManagement Lacework.AlertDetails Lacework.AllFiles Lacework.Applications
    Lacework.ChangeFiles Lacework.CloudCompliance Lacework.CloudConfiguration Lacework.Cmdline
    Lacework.Connections Lacework.ContainerSummary Lacework.ContainerVulnDetails Lacework.DNSQuery
    Lacework.Events Lacework.HostVulnDetails Lacework.Image Lacework.Interfaces Lacework.InternalIPA
    Lacework.MachineDetails Lacework.MachineSummary Lacework.NewHashes Lacework.Package Lacework.PodSummary
    Lacework.ProcessSummary Lacework.UserDetails Lacework.UserLogin`,
  Linux: 'Linux.Auditd',
  'Material Security': 'Material.CaseCreated Material.NewCaseCreated',
  'Microsoft 365': `
    Microsoft365.Audit.AzureActiveDirectory Microsoft365.Audit.Exchange Microsoft365.Audit.General
    Microsoft365.Audit.SharePoint Microsoft365.DLP.All`,
  'Microsoft Defender XDR': 'MicrosoftDefenderXDR.AdvancedHunting',
  'Microsoft Graph': 'MicrosoftGraph.SecurityAlert MicrosoftGraph.SecurityAlertV2',
  'Microsoft Intune': `
    MicrosoftIntune.AuditLogs MicrosoftIntune.DeviceComplianceOrg MicrosoftIntune.Devices
    MicrosoftIntune.OperationalLogs MicrosoftIntune.Windows365AuditLogs`,
  MISP: 'MISP.WarningListsCIDR',
  MongoDB: 'MongoDB.OrganizationEvent MongoDB.ProjectEvent',
  Netskope: 'Netskope.Audit',
  NGINX: 'Nginx.Access Nginx.Error',
  Notion: 'Notion.AuditLogs',
  OCSF: `
    OCSF.AccountChange OCSF.ApiActivity OCSF.ApplicationLifecycle OCSF.Authentication OCSF.AuthorizeSession
    OCSF.BaseEvent OCSF.ComplianceFinding OCSF.ConfigState OCSF.DatastoreActivity OCSF.DetectionFinding
    OCSF.DeviceConfigStateChange OCSF.DhcpActivity OCSF.DnsActivity OCSF.EmailActivity
    OCSF.EmailFileActivity OCSF.EmailUrlActivity OCSF.EntityManagement OCSF.FileActivity OCSF.FileHosting
    OCSF.FtpActivity OCSF.GroupManagement OCSF.HttpActivity OCSF.IncidentFinding OCSF.InventoryInfo
    OCSF.KernelActivity OCSF.KernelExtension OCSF.MemoryActivity OCSF.ModuleActivity OCSF.NetworkActivity
    OCSF.NetworkFileActivity OCSF.NtpActivity OCSF.PatchState OCSF.ProcessActivity OCSF.RdpActivity
    OCSF.ScanActivity OCSF.ScheduledJobActivity OCSF.SecurityFinding OCSF.SmbActivity OCSF.SshActivity
    OCSF.UserAccess OCSF.UserInventory OCSF.VulnerabilityFinding OCSF.WebResourceAccessActivity
    OCSF.WebResourcesActivity OCSF.WinPrefetchInfo OCSF.WinprefetchInfo OCSF.WinRegistryKeyActivity
    OCSF.WinregistryKeyActivity OCSF.WinRegistryKeyInfo OCSF.WinregistryKeyInfo
    OCSF.WinRegistryValueActivity OCSF.WinregistryValueActivity OCSF.WinRegistryValueInfo
    OCSF.WinregistryValueInfo OCSF.WinResourceActivity OCSF.WinresourceActivity`,
  Okta: 'Okta.Devices Okta.SystemLog Okta.Users',
  OneLogin: 'OneLogin.Events',
  OpenAI: 'OpenAI.Audit',
  Orca: 'Orca.Alert Orca.AlertEvent',
  osquery: 'Osquery.Batch Osquery.Differential Osquery.Snapshot Osquery.Status',
  OSSEC: 'OSSEC.EventInfo',
  Panther: 'Panther.Audit',
  Proofpoint: 'Proofpoint.Event',
  'Push Security': 'PushSecurity.Activity PushSecurity.Controls PushSecurity.Entities',
  Rapid7: 'Rapid7.AuditLog',
  Salesforce: 'Salesforce.Login Salesforce.LoginAs Salesforce.Logout Salesforce.RealtimeEvent Salesforce.URI',
  SentinelOne: 'SentinelOne.Activity SentinelOne.DeepVisibility SentinelOne.DeepVisibilityV2',
  Slack: 'Slack.AccessLogs Slack.AuditLogs Slack.IntegrationLogs',
  Snowflake: `
    Snowflake.AccessHistory Snowflake.DataTransferHistory Snowflake.GrantsToRoles Snowflake.GrantsToUsers
    Snowflake.LoginHistory Snowflake.NetworkPolicies Snowflake.QueryHistory Snowflake.Roles
    Snowflake.Sessions Snowflake.Stages Snowflake.Users`,
  Snyk: 'Snyk.GroupAudit Snyk.OrgAudit',
  SOCRadar: 'SOCRadar.Incidents',
  Sophos: 'Sophos.Central',
  'Sublime Security': 'Sublime.Audit Sublime.MDM Sublime.MessageEvent',
  Suricata: `
    Suricata.Alert Suricata.Anomaly Suricata.DHCP Suricata.DNS Suricata.FileInfo Suricata.Flow Suricata.HTTP
    Suricata.SSH Suricata.TLS`,
  Sysdig: 'Sysdig.Audit',
  Syslog: 'Syslog.RFC3164 Syslog.RFC5424',
  Tailscale: 'Tailscale.Audit Tailscale.Network',
  Teleport: 'Gravitational.TeleportAudit',
  Tenable: 'Tenable.Vulnerability',
  'Thinkst Canary': 'ThinkstCanary.Alert',
  Tines: 'Tines.Audit',
  Tor: 'Tor.ExitNode',
  Tracebit: 'Tracebit.Alert Tracebit.HealthCheck',
  TrailDiscover: 'TrailDiscover.CloudTrail',
  Upwind: 'Upwind.Detections',
  Vercel: 'Vercel.Audit',
  Windows: 'Windows.EventLogs',
  Wiz: 'Wiz.Audit Wiz.Detections Wiz.Issues Wiz.IssuesWebhook Wiz.Threats Wiz.VulnerabilityFinding',
  Workday: 'Workday.Activity Workday.SignOnAttempt',
  Zeek: `
    Zeek.CaptureLoss Zeek.Conn Zeek.DHCP Zeek.DNS Zeek.DPD Zeek.Files Zeek.HTTP Zeek.KnownHosts
    Zeek.KnownServices Zeek.Notice Zeek.NTP Zeek.OCSP Zeek.Reporter Zeek.SIP Zeek.Software Zeek.Ssh Zeek.Ssl
    Zeek.Stats Zeek.Telemetry Zeek.Tunnel Zeek.Weird Zeek.X509`,
  Zendesk: 'Zendesk.Audit',
  Zoom: 'Zoom.Activity Zoom.Operation',
  Zscaler: `
    Zscaler.ZIA.AdminAuditLog Zscaler.ZIA.DNSLog Zscaler.ZIA.FWLog Zscaler.ZIA.WebLog
    Zscaler.ZPA.AppConnectorMetrics Zscaler.ZPA.AppConnectorStatus Zscaler.ZPA.AuditLog
    Zscaler.ZPA.UserActivity Zscaler.ZPA.UserStatus`,
}

export type LogType = { name: string; vendor: string }

/** Every log type we know by name, sorted by vendor and name. */
export const LOG_TYPES: readonly LogType[] = Object.entries(NAMES_BY_VENDOR).flatMap(([vendor, names]) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ name, vendor })),
)
