"""What setup.cfg cannot say: a build begins empty, so that nothing of an earlier one comes along."""

import shutil

from setuptools import setup
from setuptools.command.build import build


class FreshBuild(build):
    """Builds after what an earlier release has left in ``build/lib`` is gone."""

    def run(self):
        shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()


setup(cmdclass={"build": FreshBuild})
