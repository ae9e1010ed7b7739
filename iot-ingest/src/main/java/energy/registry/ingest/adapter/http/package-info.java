/** The HTTP door: statements and verdicts in, answers, reports and decisions. Must not know how anything is kept. */
package energy.registry.ingest.adapter.http;
