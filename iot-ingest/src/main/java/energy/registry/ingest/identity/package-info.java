/** Who may sign for which meter, and when: keys with validity in time, their enrolment, rotation and revocation; pure. Must not know stores or doors. */
package energy.registry.ingest.identity;
