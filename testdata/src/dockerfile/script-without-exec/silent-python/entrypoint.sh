#!/usr/bin/env python3
import app
app.run()
