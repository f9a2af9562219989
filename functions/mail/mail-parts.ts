/** The HTML of a mail, made from look/mail.mjml by `npm run generate`. */
export const MAIL_PARTS = {
  start:
    "<!doctype html><html lang=\"nl-BE\" dir=\"auto\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><title>{{subject}}</title><!--[if !mso]><!--><meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\"><!--<![endif]--><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
    "<style type=\"text/css\">" +
    "#outlook a { padding: 0; }" +
    "body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; -ms-text-size-adjust: 100%; }" +
    "table, td { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }" +
    "img { border: 0; height: auto; line-height: 100%; outline: none; text-decoration: none; -ms-interpolation-mode: bicubic; }" +
    "p { display: block; margin: 13px 0; }" +
    "</style>" +
    "<!--[if mso]>" +
    "<noscript>" +
    "<xml>" +
    "<o:OfficeDocumentSettings>" +
    "  <o:AllowPNG/>" +
    "  <o:PixelsPerInch>96</o:PixelsPerInch>" +
    "</o:OfficeDocumentSettings>" +
    "</xml>" +
    "</noscript>" +
    "<![endif]-->" +
    "<!--[if lte mso 11]>" +
    "<style type=\"text/css\">" +
    ".mj-outlook-group-fix { width:100% !important; }" +
    "</style>" +
    "<![endif]-->" +
    "<style type=\"text/css\">@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width:100%; }  }</style><style media=\"screen and (min-width:480px)\">.moz-text-html .mj-column-per-100 { width:100% !important; max-width:100%; } </style><style type=\"text/css\">:root {" +
    "        color-scheme: light dark;" +
    "        supported-color-schemes: light dark;" +
    "      }" +
    "      p {" +
    "        margin: 0;" +
    "        overflow-wrap: anywhere;" +
    "      }" +
    "      blockquote {" +
    "        margin: 0;" +
    "        padding-left: 16px;" +
    "        border-left: 4px solid #0055cc;" +
    "      }" +
    "      a {" +
    "        color: #0055cc;" +
    "      }" +
    "      @media (prefers-color-scheme: dark) {" +
    "        body," +
    "        .page," +
    "        .sheet," +
    "        .sheet table {" +
    "          background: #1b1b1b !important;" +
    "        }" +
    "        .site div," +
    "        .text div," +
    "        .quote div {" +
    "          color: #f1f1f0 !important;" +
    "        }" +
    "        .text a," +
    "        .quote a {" +
    "          color: #8ab8ff !important;" +
    "        }" +
    "        blockquote {" +
    "          border-color: #8ab8ff !important;" +
    "        }" +
    "      }</style><meta name=\"color-scheme\" content=\"light dark\" /><meta name=\"supported-color-schemes\" content=\"light dark\" /></head><body style=\"word-spacing:normal;background-color:#f3f5f6;\"><div aria-label=\"{{subject}}\" aria-roledescription=\"email\" class=\"page\" role=\"article\" lang=\"nl-BE\" dir=\"auto\" style=\"background-color:#f3f5f6;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" bgcolor=\"#ffffff\" align=\"center\" width=\"600\" class=\"sheet-outlook\" style=\"width:600px;\"><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]--><div class=\"sheet\" style=\"background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" align=\"center\" style=\"background:#ffffff;background-color:#ffffff;width:100%;\"><tbody><tr><td style=\"border-top:6px solid #ffe615;direction:ltr;font-size:0px;padding:20px 0 8px;text-align:center;\"><!--[if mso | IE]><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\"><tr><![endif]--><!--[if mso | IE]><td style=\"vertical-align:top;width:600px;\"><![endif]--><div class=\"mj-outlook-group-fix mj-column-per-100\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\" style=\"vertical-align:top;\"><tbody><tr><td align=\"left\" class=\"site\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"><div style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;font-weight:bold;line-height:1.5;text-align:left;color:#333332;\">{{site}}</div></td></tr>",
  text:
    "<tr><td align=\"left\" class=\"text\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"><div style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#333332;\"><p style=\"margin: 0\">{{text}}</p></div></td></tr>",
  quote:
    "<tr><td align=\"left\" class=\"quote\" style=\"font-size:0px;padding:0 24px 16px;word-break:break-word;\"><div style=\"font-family:Arial, Helvetica, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#333332;\"><blockquote style=\"margin: 0; padding-left: 16px; border-left: 4px solid #0055cc\">" +
    "            {{lines}}" +
    "          </blockquote></div></td></tr>",
  button:
    "<tr><td align=\"left\" vertical-align=\"middle\" style=\"font-size:0px;padding:8px 24px 24px;word-break:break-word;\"><table border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"><tbody><tr><td align=\"center\" bgcolor=\"#0055cc\" role=\"presentation\" valign=\"middle\" style=\"border:none;border-radius:3px;cursor:auto;mso-padding-alt:13px 20px;background:#0055cc;\"><a href=\"{{url}}\" target=\"_blank\" style=\"display:inline-block;background:#0055cc;color:#ffffff;font-family:Arial, Helvetica, sans-serif;font-size:16px;font-weight:bold;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:13px 20px;mso-padding-alt:0px;border-radius:3px;\">{{label}}</a></td></tr></tbody></table></td></tr>",
  end:
    "</tbody></table></div><!--[if mso | IE]></td><![endif]--><!--[if mso | IE]></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></div></body></html>",
};
