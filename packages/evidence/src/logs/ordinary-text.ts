/**
 * What protocol logs are full of when nothing is wrong: a session of the Send connector's and one of the Receive connector's, as
 * the documentation of protocol logging shows them. What it holds is looked for last.
 */
export const ordinaryText = `
2026-02-02T08:00:00.000Z,Outbound to Office 365,08DE5F0A1B2C3D4E,0,,198.51.100.9:25,*,,attempting to connect
2026-02-02T08:00:00.050Z,Outbound to Office 365,08DE5F0A1B2C3D4E,1,10.1.4.20:51234,198.51.100.9:25,+,,
2026-02-02T08:00:00.090Z,Outbound to Office 365,08DE5F0A1B2C3D4E,2,10.1.4.20:51234,198.51.100.9:25,<,"220 DB5EUR03FT012.mail.protection.outlook.com Microsoft ESMTP MAIL Service ready at Mon, 2 Feb 2026 08:00:00 +0000",
2026-02-02T08:00:00.091Z,Outbound to Office 365,08DE5F0A1B2C3D4E,3,10.1.4.20:51234,198.51.100.9:25,>,EHLO mail.contoso.com,
2026-02-02T08:00:00.130Z,Outbound to Office 365,08DE5F0A1B2C3D4E,4,10.1.4.20:51234,198.51.100.9:25,<,250  DB5EUR03FT012.mail.protection.outlook.com Hello [203.0.113.9] SIZE 157286400 PIPELINING DSN ENHANCEDSTATUSCODES STARTTLS AUTH NTLM LOGIN X-EXPS GSSAPI X-ANONYMOUSTLS 8BITMIME BINARYMIME CHUNKING SMTPUTF8 XRDST XSHADOWREQUEST XOORG,
2026-02-02T08:00:00.131Z,Outbound to Office 365,08DE5F0A1B2C3D4E,5,10.1.4.20:51234,198.51.100.9:25,>,STARTTLS,
2026-02-02T08:00:00.170Z,Outbound to Office 365,08DE5F0A1B2C3D4E,6,10.1.4.20:51234,198.51.100.9:25,<,220 2.0.0 SMTP server ready,
2026-02-02T08:00:00.171Z,Outbound to Office 365,08DE5F0A1B2C3D4E,7,10.1.4.20:51234,198.51.100.9:25,*," CN=mail.contoso.com CN=Contoso Issuing CA 2, DC=contoso, DC=com 5A00000C3B9D 3F1E8C7A 2025-06-01T00:00:00.000Z 2027-06-01T00:00:00.000Z mail.contoso.com;autodiscover.contoso.com",Sending certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names
2026-02-02T08:00:00.210Z,Outbound to Office 365,08DE5F0A1B2C3D4E,8,10.1.4.20:51234,198.51.100.9:25,*," CN=mail.protection.outlook.com, O=Microsoft Corporation, L=Redmond, S=Washington, C=US CN=DigiCert Cloud Services CA-1, O=DigiCert Inc, C=US",Remote certificate Subject Issuer name Serial number Thumbprint Not before Not after Subject alternate names
2026-02-02T08:00:00.211Z,Outbound to Office 365,08DE5F0A1B2C3D4E,9,10.1.4.20:51234,198.51.100.9:25,*,,"TLS protocol SP_PROT_TLS1_2_CLIENT negotiation succeeded using bulk encryption algorithm CALG_AES_256 with strength 256 bits, MAC hash algorithm CALG_SHA_384 with strength 0 bits and key exchange algorithm CALG_ECDHE with strength 384 bits"
2026-02-02T08:00:00.212Z,Outbound to Office 365,08DE5F0A1B2C3D4E,10,10.1.4.20:51234,198.51.100.9:25,*,,"TLS mail flow domain capabilities: CertificateValidation; certificate thumbprint 3F1E8C7A"
2026-02-02T08:00:00.260Z,Outbound to Office 365,08DE5F0A1B2C3D4E,12,10.1.4.20:51234,198.51.100.9:25,*,08DE5F0A1B2C3D4F;2026-02-02T08:00:00.000Z;1,sending message with RecordId 76102 and InternetMessageId <a1b2c3d4e5f6@contoso.com>
2026-02-02T08:00:00.261Z,Outbound to Office 365,08DE5F0A1B2C3D4E,13,10.1.4.20:51234,198.51.100.9:25,>,MAIL FROM:<ana.ionescu@contoso.com> SIZE=48213 AUTH=<> BODY=8BITMIME,
2026-02-02T08:00:00.262Z,Outbound to Office 365,08DE5F0A1B2C3D4E,14,10.1.4.20:51234,198.51.100.9:25,>,RCPT TO:<office@example.net> ORCPT=rfc822;office@example.net,
2026-02-02T08:00:00.300Z,Outbound to Office 365,08DE5F0A1B2C3D4E,15,10.1.4.20:51234,198.51.100.9:25,<,250 2.1.0 Sender OK,
2026-02-02T08:00:00.301Z,Outbound to Office 365,08DE5F0A1B2C3D4E,16,10.1.4.20:51234,198.51.100.9:25,<,250 2.1.5 Recipient OK,
2026-02-02T08:00:00.302Z,Outbound to Office 365,08DE5F0A1B2C3D4E,17,10.1.4.20:51234,198.51.100.9:25,>,BDAT 41872 LAST,
2026-02-02T08:00:00.480Z,Outbound to Office 365,08DE5F0A1B2C3D4E,18,10.1.4.20:51234,198.51.100.9:25,<,"250 2.6.0 <a1b2c3d4e5f6@contoso.com> [InternalId=76102, Hostname=DB5EUR03FT012.eurprd03.prod.outlook.com] 49301 bytes in 0.183, 262.3 KB/sec Queued mail for delivery",
2026-02-02T08:00:00.481Z,Outbound to Office 365,08DE5F0A1B2C3D4E,19,10.1.4.20:51234,198.51.100.9:25,>,QUIT,
2026-02-02T08:00:00.520Z,Outbound to Office 365,08DE5F0A1B2C3D4E,20,10.1.4.20:51234,198.51.100.9:25,<,221 2.0.0 Service closing transmission channel,
2026-02-02T08:00:00.521Z,Outbound to Office 365,08DE5F0A1B2C3D4E,21,10.1.4.20:51234,198.51.100.9:25,-,,Local
2026-02-02T08:00:01.000Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,0,[fd00::14]:25,[2001:db8::25]:40123,+,,
2026-02-02T08:00:01.001Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,1,[fd00::14]:25,[2001:db8::25]:40123,*,SMTPSubmit SMTPAcceptAnyRecipient SMTPAcceptAuthoritativeDomainSender AcceptRoutingHeaders,Set Session Permissions
2026-02-02T08:00:01.002Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,6,[fd00::14]:25,[2001:db8::25]:40123,*,,"Proxying inbound session with session id 08DE5F0A1B2C3D51"
2026-02-02T08:00:01.003Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,7,[fd00::14]:25,[2001:db8::25]:40123,<,RSET,
2026-02-02T08:00:01.004Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,8,[fd00::14]:25,[2001:db8::25]:40123,>,250 2.0.0 Resetting,
2026-02-02T08:00:01.005Z,EX01\\Default Frontend EX01,08DE5F0A1B2C3D50,9,[fd00::14]:25,[2001:db8::25]:40123,*,,Tarpit for '0.00:00:05'
`;
