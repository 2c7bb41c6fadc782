/** Pages and REST resource of proofs of use. */
package de.schulpakt.funding.proof.web;
