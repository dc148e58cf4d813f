"""What a scanner reads on a printed piece."""
import subprocess


def codes_in(picture):
    """{"EAN-13": "29...", "QR-Code": "MG1..."} as zbar reads them; empty when there is none."""
    command = ["zbarimg", "--quiet", "--nodbus", str(picture)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if done.returncode not in (0, 4):  # 4: no code found
        raise RuntimeError(f"zbarimg could not read {picture}: {done.stderr.strip()}")
    return dict(line.split(":", 1) for line in done.stdout.splitlines() if ":" in line)
