/** E-mail by SMTP. Knows the protocol; knows no use case. */
package energy.registry.web.adapter.mail;
