#!/usr/bin/python3
"""Head office behind its own certificate: which authority a register trusts, and what it does when that changes."""
import re
import subprocess
import unittest

from world import MISSING, PROGRAMS, ShopTest  # first: it says where the others are
from enrolment_test import modules_of_blocks, read_code
from head_office import HeadOffice
from programs import Background

YEARS = "3650"


class Authority:
    """Signs certificates, as a chain's own certification does."""

    def __init__(self, folder, name):
        self.folder, self.name, self.pem = folder, name, folder / f"{name}.pem"
        self.key = folder / f"{name}.key"
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", YEARS,
                     "-subj", f"/CN={name}", "-keyout", self.key, "-out", self.pem)

    def openssl(self, *words):
        subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, stdin=subprocess.DEVNULL)

    def certificate_for(self, address):
        key, request, pem, extra = (self.folder / f"{self.name}-office.{end}" for end in ("key", "csr", "pem", "ext"))
        extra.write_text(f"subjectAltName=IP:{address}\n")
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=office",
                     "-keyout", key, "-out", request)
        self.openssl("x509", "-req", "-in", request, "-CA", self.pem, "-CAkey", self.key, "-CAcreateserial", "-days", YEARS,
                     "-extfile", extra, "-out", pem)
        return pem, key


class SecureHeadOffice(HeadOffice):
    def __init__(self, programs, data, certificate, key):
        self.certificate, self.key, self.more = certificate, key, []
        super().__init__(programs, data)

    def start(self):
        command = [self.programs.path("makegood-server"), "--data", self.data, "--listen", self.address,
                   "--tls-cert", self.certificate, "--tls-key", self.key, *self.more]
        self.process = Background(command, self.data.parent / "office.log", ready=r"listening on https://(127\.0\.0\.1:\d+)")
        self.address = self.process.ready[1]

    @property
    def url(self):
        return f"https://{self.address}"


class Tls(ShopTest):
    def setUp(self):
        super().setUp()
        self.own, self.foreign = Authority(self.room, "own"), Authority(self.room, "foreign")
        self.office = SecureHeadOffice(PROGRAMS, self.room / "office", *self.own.certificate_for("127.0.0.1"))
        self.addCleanup(lambda: self.office.stop())

    def enrol(self, *words):
        answer = self.shop.run("sync", "--enrol", self.office.url, "--code", self.office.code("Corner Market", "Register 1"), *words)
        if answer.code == 0:
            self.office.confirm(re.search(r"digits: (\d{3} \d{3})", answer.out)[1])
        return answer

    def waiting(self):
        return self.shop.do("sync")["waiting"]

    def test_only_the_named_authority_counts(self):
        self.assert_refused(self.enrol(), 3, "--authority")
        self.assert_refused(self.enrol("--authority", self.foreign.pem), 3, "certificate")
        self.assert_refused(self.shop.run("sync"), 1, "not enrolled")
        self.assertEqual(self.enrol("--authority", self.own.pem).code, 0)
        self.assertEqual(self.waiting(), 0)

    def test_the_authority_is_kept_in_the_folder(self):
        self.assertEqual(self.enrol("--authority", self.own.pem).code, 0)
        self.own.pem.unlink()
        self.shop.do("report", "stock-out", MISSING)
        self.assertEqual(self.waiting(), 0)

    def test_another_authority_later_gets_nothing(self):
        self.assertEqual(self.enrol("--authority", self.own.pem).code, 0)
        self.assertEqual(self.waiting(), 0)
        self.office.stop()
        self.office.certificate, self.office.key = self.foreign.certificate_for("127.0.0.1")
        self.office.start()
        self.shop.do("report", "stock-out", MISSING)
        self.assert_refused(self.shop.run("sync"), 3, "stay here")
        self.office.stop()
        self.office.certificate, self.office.key = self.own.certificate_for("127.0.0.1")
        self.office.start()
        self.assertEqual(self.waiting(), 0)

    def start_with(self, certificate, key, *more):
        self.office.stop()
        self.office.certificate, self.office.key, self.office.more = certificate, key, list(more)
        self.office.start()

    def ticket(self):
        shown = PROGRAMS.run("makegood-server", "--data", self.office.data, "code", "--store", "Corner Market",
                             "--register", "Register 1", "--qr")
        return read_code(modules_of_blocks(shown.out), self.room)

    def enrol_by(self, ticket):
        answer = self.shop.run("sync", "--enrol", ticket)
        if answer.code == 0:
            self.office.confirm(re.search(r"digits: (\d{3} \d{3})", answer.out)[1])
        return answer

    def fingerprint(self, pem):
        shown = subprocess.run(["openssl", "x509", "-in", pem, "-noout", "-fingerprint", "-sha256"], check=True, text=True,
                               capture_output=True).stdout
        return shown.strip().rpartition("=")[2].replace(":", "")

    def test_a_scanned_code_names_the_authority_and_no_other_counts(self):
        self.start_with(*self.own.certificate_for("127.0.0.1"), "--tls-authority", self.own.pem)
        ticket = self.ticket()
        self.assertRegex(ticket, rf"^MAKEGOOD:2:\w{{10}}:[0-9A-F]{{64}}:{self.fingerprint(self.own.pem)}:HTTPS://")
        forged = ticket.replace(self.fingerprint(self.own.pem), self.fingerprint(self.foreign.pem))
        self.assert_refused(self.shop.run("sync", "--enrol", forged), 1, "no certificate of the authority")
        self.start_with(*self.foreign.certificate_for("127.0.0.1"), "--tls-authority", self.own.pem)
        self.assert_refused(self.shop.run("sync", "--enrol", ticket), 3, "certificate")
        self.start_with(*self.own.certificate_for("127.0.0.1"), "--tls-authority", self.own.pem)
        self.assertEqual(self.enrol_by(ticket).code, 0, "the code was told to nobody else")
        self.assertEqual(self.waiting(), 0)
        self.start_with(*self.foreign.certificate_for("127.0.0.1"), "--tls-authority", self.foreign.pem)
        self.shop.do("report", "stock-out", MISSING)
        self.assert_refused(self.shop.run("sync"), 3, "stay here")

    def test_a_certificate_that_signed_itself_needs_no_file(self):
        pem, key = self.room / "alone.pem", self.room / "alone.key"
        self.own.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", YEARS,
                         "-subj", "/CN=hub", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", pem)
        self.start_with(pem, key)
        ticket = self.ticket()
        self.assertIn(self.fingerprint(pem), ticket)
        self.assertEqual(self.enrol_by(ticket).code, 0)
        self.assertEqual(self.waiting(), 0)

    def test_a_name_that_the_certificate_has_not(self):
        self.office.stop()
        self.office.certificate, self.office.key = self.own.certificate_for("192.0.2.7")
        self.office.start()
        self.assert_refused(self.enrol("--authority", self.own.pem), 3, "certificate")

    def test_a_file_that_is_no_certificate(self):
        for bad in (self.room / "nothing.pem", self.own.key, self.room):
            self.assert_refused(self.enrol("--authority", bad), 2, "PEM")

    def test_plain_http_is_not_understood(self):
        plain = f"http://{self.office.address}"
        answer = self.shop.run("sync", "--enrol", plain, "--code", "AAAAA-AAAAA")
        self.assert_refused(answer, 3)


if __name__ == "__main__":
    unittest.main()
